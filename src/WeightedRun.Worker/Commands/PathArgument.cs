using System.CommandLine;

namespace WeightedRun.Worker.Commands;

/// <summary>The files and folders that a command reads; a mistyped option is not taken for one of them.</summary>
internal static class PathArgument
{
    public static Argument<string[]> Create(string name, string description)
    {
        var argument = new Argument<string[]>(name) { Description = description, Arity = ArgumentArity.OneOrMore };
        argument.Validators.Add(result =>
        {
            foreach (var token in result.Tokens)
            {
                if (token.Value.StartsWith('-') && !Path.Exists(token.Value))
                    result.AddError($"There is no option {token.Value}, and no file of that name.");
            }
        });
        return argument;
    }
}
