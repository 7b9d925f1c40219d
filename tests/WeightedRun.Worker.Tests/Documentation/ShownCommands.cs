using System.Text.RegularExpressions;

namespace WeightedRun.Worker.Tests.Documentation;

/// <summary>The commands that documents show: every line of a block without a language, and what is given with options or placeholders within a sentence.</summary>
internal static partial class ShownCommands
{
    /// <summary>Those that no test gives, by their beginning, and why.</summary>
    public static readonly IReadOnlyDictionary<string, string> NotGiven = new Dictionary<string, string>
    {
        ["dotnet test"] = "is what runs this",
        ["dotnet tool restore"] = "brings a program from the network",
        ["cd tests/WeightedRun.Analysis.Tests"] = "belongs to the next",
        ["Mutating=true dotnet stryker"] = "takes an hour",
        ["dotnet run -c Release --project src/WeightedRun.Sandbox -- demo"] = "the tests of the demo give it",
        ["docker compose"] = "wants Docker",
        ["Mail__Host=mailpit Mail__Port=1025 Mail__Security=None docker compose"] = "wants Docker",
        ["dotnet publish"] = "takes a minute and writes to /opt",
        ["git restore"] = "would undo somebody's work",
        ["useradd"] = "changes the machine",
        ["cp /opt/weightedrun/weightedrun.service"] = "changes the machine",
        ["systemctl"] = "changes the machine",
        ["systemd-run"] = "wants systemd",
        ["weightedrun analyze --thresholds FILE"] = "names an option of analyze --log",
        ["tests/WeightedRun.Benchmarks/fit-against-sdk.sh"] = "measures for minutes",
        ["dotnet run -c Release --project tests/WeightedRun.Benchmarks"] = "measures for minutes",
        ["dotnet build -c Release tests/WeightedRun.Benchmarks"] = "measures for minutes",
        ["artifacts/bin/WeightedRun.Benchmarks/release"] = "measures for minutes",
        ["/usr/bin/time -v"] = "measures for minutes",
    };

    /// <summary>Blocks that show something else than commands, by their beginning.</summary>
    private static readonly string[] NoCommands = ["NOTE  ·  3 to 9 March 2025", "ConnectionStore   ConnectAsync"];

    public static IEnumerable<string> Of(string document)
    {
        var parts = Fence().Split(document);
        for (var i = 0; i < parts.Length; i++)
        {
            // Outside, inside, outside: the language stands right behind the fence.
            if (i % 2 == 0)
            {
                foreach (Match code in Inline().Matches(parts[i]))
                    yield return Plain(code.Groups["command"].Value);
            }
            else if (parts[i].StartsWith('\n') && !NoCommands.Any(start => parts[i][1..].StartsWith(start, StringComparison.Ordinal)))
            {
                foreach (var line in parts[i].Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                    yield return Plain(line);
            }
        }
    }

    // What follows two spaces is explanation; what is in brackets may be given.
    private static string Plain(string line) => Executable().Replace(Explanation().Replace(line, ""), "weightedrun").Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);

    [GeneratedRegex("^```", RegexOptions.Multiline)]
    private static partial Regex Fence();

    [GeneratedRegex("`(?<command>(weightedrun|dotnet run|openssl) [^`\n]*?( --[a-z]|\\b[A-Z]{3,}|rand )[^`\n]*)`")]
    private static partial Regex Inline();

    [GeneratedRegex("  +.*$")]
    private static partial Regex Explanation();

    [GeneratedRegex("^(dotnet run -c Release --project src/WeightedRun\\.Worker --|artifacts/bin/WeightedRun\\.Worker/release/weightedrun)(?= )")]
    private static partial Regex Executable();
}
