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
                if (string.IsNullOrWhiteSpace(token.Value))
                    result.AddError($"{name}: an empty text is no path. Name a file or folder.");

                if (token.Value.StartsWith('-') && !Path.Exists(token.Value))
                    result.AddError($"There is no option {token.Value}, and no file of that name.");
            }
        });
        return argument;
    }
}
