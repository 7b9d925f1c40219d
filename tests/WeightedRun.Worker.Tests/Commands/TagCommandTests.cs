using System.Text.Json;

namespace WeightedRun.Worker.Tests.Commands;

public sealed class TagCommandTests
{
    [Fact]
    public async Task Each_line_gives_one_line_in_the_same_order()
    {
        var (exitCode, output, _) = await Shell.RunWithInputAsync(
            """
            {"id":"t001","title":"10 kg Gewichtsweste","description":null,"sport_type":"Run","commute":false}
            {"id":7,"title":"Morning Run"}

            {"id":"t003","title":"Vest run","sport_type":"Run","unknown_field":[1]}
            """,
            "tag");
        Assert.Equal(0, exitCode);
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, lines.Length);
        Assert.Equal("""{"id":"t001","outcome":"weighted","equipment":["vest"],"load_kg":10,"load_text":"10 kg","questions":[],"evidence":[{"field":"title","start":0,"length":19,"text":"10 kg Gewichtsweste","rule":"specific-equipment+load"}],"lexicon_version":"1"}""", lines[0]);
        Assert.StartsWith("""{"id":"7","outcome":"not_weighted","equipment":[],"load_kg":null,"load_text":null,"questions":[],"evidence":[],""", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("""{"id":"t003","outcome":"suspected","equipment":["vest"],"load_kg":null,"load_text":null,"questions":["weighted","load"],""", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bad_line_is_named_and_the_rest_go_on()
    {
        var (exitCode, output, _) = await Shell.RunWithInputAsync("{\"title\":5}\nnonsense\n[]\n{\"title\":\"\\ud83e\"}\n{\"commute\":\"yes\"}\n{\"id\":\"a\"}\n", "tag");
        Assert.Equal(0, exitCode);
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(["wrong-type", "not-json", "not-an-object", "not-json", "wrong-type"], lines[..5].Select(line => line.GetProperty("error").GetProperty("code").GetString()!));
        Assert.Equal([1, 2, 3, 4, 5], lines[..5].Select(line => line.GetProperty("line").GetInt32()));
        Assert.Equal("not_weighted", lines[5].GetProperty("outcome").GetString());
    }

    [Theory]
    [InlineData("nonsense\n", 1)]
    [InlineData("", 0)]
    public async Task Nothing_but_bad_lines_is_bad_input(string input, int expected) => Assert.Equal(expected, (await Shell.RunWithInputAsync(input, "tag")).ExitCode);

    [Theory]
    [InlineData("Ruck 5 miles", "You would be asked: how much was it in total?")]
    [InlineData("Ohne Gewichtsweste", "\"Ohne\": negated")]
    [InlineData("Morning Run", "Not weighted: no word says")]
    [InlineData("Weight vest 20 lb", "vest: 9.07 kg (20 lb)")]
    public async Task A_title_is_explained_to_a_person(string title, string expected)
    {
        var (exitCode, output, _) = await Shell.RunAsync("tag", "--explain", title);
        Assert.Equal(0, exitCode);
        Assert.Contains(expected, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hostile_title_does_not_reach_the_terminal()
    {
        var (_, output, _) = await Shell.RunAsync("tag", "--explain", "\e[31m vest 5 kg \u202E");
        Assert.DoesNotContain('\e', output);
        Assert.DoesNotContain('\u202E', output);
    }
}
