using System.Text.RegularExpressions;
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

    public static IEnumerable<string> Names() =>
        from type in typeof(Roles).Assembly.GetTypes()
        where type.IsAssignableTo(typeof(ISettings)) && !type.IsInterface
        from property in type.GetProperties().Where(property => property.CanWrite)
        select $"{type.GetProperty("Section")!.GetValue(null)}__{property.Name}";

    private static string RootAbove(string folder) => File.Exists(Path.Combine(folder, "WeightedRun.sln")) ? folder : RootAbove(Path.GetDirectoryName(folder)!);
}
