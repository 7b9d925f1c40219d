using System.Net;
using System.Text;
using WeightedRun.Worker.Tests.Storage;

namespace WeightedRun.Worker.Tests.Web;

/// <summary>What a runner says about runs and about equipment.</summary>
public sealed class RunPagesTests(PostgresFixture postgres)
{
    [Fact]
    public async Task A_corrected_run_counts_at_once_and_nobody_can_correct_anothers()
    {
        await using var web = await WebCase.StartAsync(postgres);
        var (ann, runner) = await web.SignInAsync("ann@example.org");
        var (ben, _) = await web.SignInAsync("ben@example.org");
        await web.AddRunsAsync(runner, 3, "<b>Morning</b> run");
        var run = $"gpx:{runner.Value}-1";
        Assert.DoesNotContain("<b>Morning", (await ann.GetAsync("runs")).Text, StringComparison.Ordinal);

        var said = await ann.SubmitAsync($"runs/one?id={run}", "runs/tag", ("id", run), ("outcome", "weighted"), ("kind", "backpack"), ("mass", "22"), ("unit", "lb"));
        Assert.Contains("Noted", (await ann.GetAsync(said.Location!)).Text, StringComparison.Ordinal);
        Assert.Contains("backpack 10.0 kg", (await ann.GetAsync("runs")).Text, StringComparison.Ordinal);
        Assert.Contains("is no load", (await ann.SubmitAsync($"runs/one?id={run}", "runs/tag", ("id", run), ("outcome", "weighted"), ("kind", "vest"), ("mass", "heavy"))).Text, StringComparison.Ordinal);

        var token = Browser.TokenOf((await ben.GetAsync("upload")).Text, "upload");
        foreach (var path in new[] { "runs/tag", "runs/split", "runs/merge", "connections/1/disconnect" })
            Assert.Equal(HttpStatusCode.NotFound, (await ben.PostAsync(path, ("__RequestVerificationToken", token), ("id", run), ("outcome", "not_weighted"))).Status);

        Assert.Equal(1, await web.Database.ScalarAsync<int>("select count(*) from corrections"));
        ann.Dispose();
        ben.Dispose();
    }

    [Fact]
    public async Task Two_recordings_that_the_runner_calls_one_run_count_once_until_he_parts_them_and_nobody_can_join_anothers()
    {
        await using var web = await WebCase.StartAsync(postgres);
        var (ann, runner) = await web.SignInAsync("ann@example.org");
        var (ben, other) = await web.SignInAsync("ben@example.org");
        await web.AddRunsAsync(runner, 6);
        await web.AddRunsAsync(other, 2);
        var (one, two, far) = ($"gpx:{runner.Value}-1", $"gpx:{runner.Value}-2", $"gpx:{runner.Value}-5");
        Assert.Equal(6, RunsIn((await ann.GetAsync("runs")).Text));

        var page = $"runs/one?id={one}";
        foreach (var foreign in new[] { $"gpx:{other.Value}-1", far, one, "" })
            Assert.Equal(HttpStatusCode.NotFound, (await ann.SubmitAsync(page, "runs/merge", ("id", one), ("other", foreign))).Status);

        Assert.Equal(HttpStatusCode.NotFound, (await ben.SubmitAsync($"runs/one?id=gpx:{other.Value}-1", "runs/merge", ("id", $"gpx:{other.Value}-1"), ("other", one))).Status);
        Assert.Equal(0, await web.Database.ScalarAsync<int>("select count(*) from run_decisions"));

        var said = await ann.SubmitAsync(page, "runs/merge", ("id", one), ("other", two));
        Assert.Contains("One run, recorded 2 times", (await ann.GetAsync(said.Location!)).Text, StringComparison.Ordinal);
        Assert.Equal(5, RunsIn((await ann.GetAsync("runs")).Text));
        await web.Database.ExecuteAsync("delete from activities where runner_id = @runner", new { runner });
        await web.AddRunsAsync(runner, 6);
        Assert.Equal(5, RunsIn((await ann.GetAsync("runs")).Text));

        await ann.SubmitAsync(page, "runs/split", ("id", two));
        Assert.Equal(6, RunsIn((await ann.GetAsync("runs")).Text));
        await ann.SubmitAsync(page, "runs/merge", ("id", one), ("other", two));
        Assert.Equal(5, RunsIn((await ann.GetAsync("runs")).Text));
        ann.Dispose();
        ben.Dispose();

        static int RunsIn(string page) => page.Split("<th scope=\"row\">").Length - 1;
    }

    [Fact]
    public async Task Legs_of_one_multisport_activity_stay_two()
    {
        await using var web = await WebCase.StartAsync(postgres);
        var (ann, runner) = await web.SignInAsync("ann@example.org");
        await web.AddRunsAsync(runner, 2);
        await web.Database.ExecuteAsync("update activities set parent_external_id = 'triathlon'");
        var answer = await ann.SubmitAsync($"runs/one?id=gpx:{runner.Value}-0", "runs/merge", ("id", $"gpx:{runner.Value}-0"), ("other", $"gpx:{runner.Value}-1"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("stay two", answer.Text, StringComparison.Ordinal);
        ann.Dispose();
    }

    [Fact]
    public async Task A_test_of_the_digest_goes_to_the_runner_who_asks_and_only_to_a_confirmed_address()
    {
        await using var web = await WebCase.StartAsync(postgres);
        var (ann, runner) = await web.SignInAsync("ann@example.org");
        await web.AddRunsAsync(runner, 20);
        Assert.Contains("is on its way to ann@example.org", (await ann.SubmitAsync("settings", "settings/test-digest")).Text, StringComparison.Ordinal);
        Assert.StartsWith("Test: ", (await web.MailAsync("ann@example.org", "Test:")).Subject, StringComparison.Ordinal);

        await web.Database.ExecuteAsync("update runners set email_confirmed_at = null where runner_id = @runner", new { runner });
        Assert.Contains("No test was sent: the address is not confirmed.", (await ann.SubmitAsync("settings", "settings/test-digest")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Equipment_weighed_once_counts_for_the_runs_that_are_here_and_for_the_next_upload()
    {
        await using var web = await WebCase.StartAsync(postgres);
        var (ann, _) = await web.SignInAsync("ann@example.org");
        var (ben, _) = await web.SignInAsync("ben@example.org");
        await ann.UploadAsync("a.gpx", Gpx("Weighted vest hills", DaysAgo(9)));
        await ben.UploadAsync("a.gpx", Gpx("Weighted vest hills", DaysAgo(9)));
        Assert.DoesNotContain("vest 8.0 kg", (await ann.GetAsync("runs")).Text, StringComparison.Ordinal);

        var refused = await ann.SubmitAsync("settings/loads", "settings/loads", ("load_vest", "heavy"), ("gear", "Black vest"), ("gear_kind", "vest"), ("gear_mass", "8"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("value=\"heavy\"", refused.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"Black vest\"", refused.Text, StringComparison.Ordinal);
        var saved = await ann.SubmitAsync("settings/loads", "settings/loads", ("load_vest", "8"), ("gear", "<b>Old</b> pack"), ("gear_kind", "backpack"), ("gear_mass", "22 lb"), ("bag", "bag"));
        var page = (await ann.GetAsync(saved.Location!)).Text;
        Assert.Contains("Your runs have been read again", page, StringComparison.Ordinal);
        Assert.Contains("value=\"&lt;b&gt;Old&lt;/b&gt; pack\"", page, StringComparison.Ordinal);
        Assert.Equal(10, await web.Database.ScalarAsync<double>("select round((gear_loads->'<b>Old</b> pack'->>'kg')::numeric) from load_settings"));

        Assert.Contains("vest 8.0 kg", (await ann.GetAsync("runs")).Text, StringComparison.Ordinal);
        await ann.UploadAsync("b.gpx", Gpx("Weighted vest again", DaysAgo(7)));
        Assert.Equal(2, await web.Database.ScalarAsync<int>("select count(*) from activity_tags where pieces @> '[{\"kg\": 8}]'"));
        Assert.DoesNotContain("vest 8.0 kg", (await ben.GetAsync("runs")).Text, StringComparison.Ordinal);
        ann.Dispose();
        ben.Dispose();
    }

    internal static string DaysAgo(int days) => DateTime.UtcNow.AddDays(-days).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    internal static byte[] Gpx(string title, string day) => Encoding.UTF8.GetBytes($"""
        <gpx version="1.1" creator="x" xmlns="http://www.topografix.com/GPX/1/1"><trk><name>{title}</name><type>running</type><trkseg>
        <trkpt lat="52.0" lon="13.0"><time>{day}T06:00:00Z</time></trkpt><trkpt lat="52.05" lon="13.0"><time>{day}T06:35:00Z</time></trkpt>
        </trkseg></trk></gpx>
        """);
}
