using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using WeightedRun.Worker.Settings;

namespace WeightedRun.Worker.Tests.Operations;

public sealed class SettingsTests
{
    private static readonly string Root = RootAbove(AppContext.BaseDirectory);

    public static string Example { get; } = Path.Combine(Root, ".env.example");

    [Fact]
    public async Task Every_setting_of_the_product_is_explained_in_the_example_and_the_example_knows_no_other()
    {
        var example = await File.ReadAllLinesAsync(Example, TestContext.Current.CancellationToken);
        var keys = example.Select(line => Regex.Match(line, "^#? ?([A-Z][A-Za-z]+__[A-Za-z]+)=").Groups[1].Value).Where(key => key.Length > 0);
        Assert.Equal(Names().Order(), keys.Order());
    }

    /// <summary>Documents, the compose file, the image and the unit of systemd.</summary>
    public static TheoryData<string> Naming =>
        [.. new[] { "README.md", "docker-compose.yml", "src/WeightedRun.Worker/Dockerfile", "src/WeightedRun.Worker/weightedrun.service" }.Concat(Directory.GetFiles(Path.Combine(Root, "docs"), "*.md").Select(file => Path.GetRelativePath(Root, file)))];

    [Theory]
    [MemberData(nameof(Naming))]
    public async Task Whatever_names_a_setting_names_one_that_there_is(string file)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Root, file), TestContext.Current.CancellationToken);
        Assert.All(Regex.Matches(text, "[A-Z][A-Za-z]+__[A-Z][A-Za-z]+").Select(name => name.Value), name => Assert.Contains(name, Names()));
    }

    [Fact]
    public async Task What_the_compose_file_sets_and_asks_for_is_right_without_an_env_file()
    {
        var (compose, example) = (await File.ReadAllTextAsync(Path.Combine(Root, "docker-compose.yml"), TestContext.Current.CancellationToken), await File.ReadAllTextAsync(Example, TestContext.Current.CancellationToken));
        var set = Regex.Matches(compose, "^ +([A-Z][A-Za-z]+__[A-Za-z]+): (.*)$", RegexOptions.Multiline)
            .Select(line => KeyValuePair.Create(line.Groups[1].Value.Replace("__", ":", StringComparison.Ordinal), (string?)Regex.Replace(line.Groups[2].Value, "\\$\\{\\w+:-(.*?)\\}", "$1"))).ToList();
        Assert.Equal(6, set.Count);
        Assert.Contains(KeyValuePair.Create("Links:LocalUrl", (string?)"http://localhost:8080"), set);
        Assert.Empty(Sections.FindWrong(new ConfigurationBuilder().AddInMemoryCollection(set).Build()));
        Assert.All(Regex.Matches(compose, "\\$\\{([A-Za-z_]+):-").Select(match => match.Groups[1].Value), name => Assert.Matches($"(?m)^(# )?{name}=", example));
    }

    public static IEnumerable<string> Names() =>
        from type in typeof(Roles).Assembly.GetTypes()
        where type.IsAssignableTo(typeof(ISettings)) && !type.IsInterface
        from property in type.GetProperties().Where(property => property.CanWrite)
        select $"{type.GetProperty("Section")!.GetValue(null)}__{property.Name}";

    private static string RootAbove(string folder) => File.Exists(Path.Combine(folder, "WeightedRun.sln")) ? folder : RootAbove(Path.GetDirectoryName(folder)!);
}
