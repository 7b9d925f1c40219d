using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace WeightedRun.Worker.Tests.Operations;

public sealed class SettingsTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", ".."));

    [Fact]
    public async Task Every_setting_of_the_product_is_explained_in_the_example_and_the_example_knows_no_other()
    {
        var example = await File.ReadAllLinesAsync(Path.Combine(Root, ".env.example"), TestContext.Current.CancellationToken);
        var keys = example.Select(line => Regex.Match(line, "^#? ?([A-Z][A-Za-z]+__[A-Za-z]+)=").Groups[1].Value).Where(key => key.Length > 0);
        Assert.Equal(Settings().Order(), keys.Order());
    }

    private static IEnumerable<string> Settings() =>
        from type in typeof(Roles).Assembly.GetTypes()
        let section = type.GetField("Section", BindingFlags.Public | BindingFlags.Static)
        where section is { IsLiteral: true } && type.Name.EndsWith("Options", StringComparison.Ordinal)
        from property in type.GetProperties().Where(property => property.CanWrite)
        select $"{section.GetRawConstantValue()}__{property.Name}";

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
