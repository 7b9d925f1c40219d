using System.Text.RegularExpressions;
using WeightedRun.Worker.Commands;

namespace WeightedRun.Worker.Tests.Documentation;

/// <summary>What the documents point to is there: files, headings, commands and their options.</summary>
public sealed partial class DocumentTests
{
    internal static readonly string Root = RootAbove(AppContext.BaseDirectory);

    public static TheoryData<string> Documents =>
        [.. Directory.GetFiles(Root, "*.md").Concat(Directory.GetFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories)).Select(file => Path.GetRelativePath(Root, file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Its_links_lead_somewhere(string document)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Root, document))!;
        foreach (Match link in Link().Matches(File.ReadAllText(Path.Combine(Root, document))))
        {
            var (path, anchor) = (link.Groups["path"].Value, link.Groups["anchor"].Value);
            var target = path.Length == 0 ? Path.Combine(Root, document) : Path.GetFullPath(Path.Combine(folder, path));
            Assert.True(File.Exists(target) || Directory.Exists(target), $"{document} points to {path}, which is not there.");
            if (anchor.Length > 0)
                Assert.Contains(anchor, AnchorsOf(target));
        }
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Its_commands_can_be_given(string document)
    {
        var code = string.Join('\n', Code().Matches(File.ReadAllText(Path.Combine(Root, document))).Select(match => match.Value));
        foreach (Match command in Given().Matches(code))
        {
            var words = command.Groups["words"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            // The database and its user have the product's name.
            if (words[0] == "weightedrun")
                continue;

            var known = CommandLine.Create().Subcommands.FirstOrDefault(one => one.Name == words[0]);
            Assert.True(known is not null, $"{document} names weightedrun {words[0]}, which is no command.");
            if (known.Subcommands.Count > 0 && words.Length > 1)
                known = known.Subcommands.FirstOrDefault(one => one.Name == words[1]);

            Assert.True(known is not null, $"{document} names weightedrun {string.Join(' ', words)}, which is no command.");
            foreach (Match option in Option().Matches(command.Groups["rest"].Value))
                Assert.True(known.Options.Any(one => one.Name == option.Value), $"{document}: weightedrun {words[0]} knows no {option.Value}.");
        }
    }

    private static IEnumerable<string> AnchorsOf(string file) => Named().Matches(File.ReadAllText(file)).Select(name => name.Groups["id"].Value)
        .Concat(File.ReadLines(file).Where(line => line.StartsWith('#')).Select(line => NoAnchor().Replace(line.TrimStart('#').Trim().ToLowerInvariant(), "").Replace(' ', '-')));

    private static string RootAbove(string folder) => File.Exists(Path.Combine(folder, "WeightedRun.sln")) ? folder : RootAbove(Path.GetDirectoryName(folder)!);

    [GeneratedRegex(@"\]\((?!https?:|mailto:)(?<path>[^)#\s]*)(#(?<anchor>[^)\s]+))?\)")]
    private static partial Regex Link();

    [GeneratedRegex("```.*?```|`[^`\n]+`", RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex(@"(?:weightedrun|src/WeightedRun\.Worker --|weightedrun\.dll)(?: (?<words>[a-z]+(?:-[a-z]+)*(?: [a-z]+(?:-[a-z]+)*)?))(?<rest>(?: [^`\n#&|]*)?)(?=[`\n#&|])")]
    private static partial Regex Given();

    [GeneratedRegex("<a id=\"(?<id>[^\"]+)\">")]
    private static partial Regex Named();

    [GeneratedRegex(@"(?<=\s)--[a-z-]+")]
    private static partial Regex Option();

    [GeneratedRegex(@"[^\p{L}\p{N}\s_-]")]
    private static partial Regex NoAnchor();
}
