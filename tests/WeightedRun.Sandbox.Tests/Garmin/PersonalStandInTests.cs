using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using WeightedRun.Sandbox.Garmin;
using WeightedRun.Sandbox.Garmin.Faults;
using WeightedRun.Sandbox.GarminPersonal;

namespace WeightedRun.Sandbox.Tests.Garmin;

public sealed class PersonalStandInTests : IAsyncLifetime
{
    private readonly GarminUserId _runner = GarminUserId.New();
    private GarminPersonalSandbox _sandbox = null!;
    private HttpClient _http = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private PersonalWorld World => _sandbox.World;

    public async ValueTask InitializeAsync()
    {
        _sandbox = await GarminPersonalSandbox.StartAsync(new GarminPersonalOptions(), Cancellation);
        _http = new HttpClient { BaseAddress = _sandbox.BaseAddress };
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _sandbox.DisposeAsync();
    }

    [Theory]
    [InlineData(nameof(TokenShape.Snake), "access_token")]
    [InlineData(nameof(TokenShape.Camel), "accessToken")]
    [InlineData(nameof(TokenShape.Bare), "token")]
    public async Task A_key_becomes_a_bearer_in_any_of_three_spellings(string shape, string key)
    {
        World.Quirks = new Quirks { TokenShape = Enum.Parse<TokenShape>(shape) };
        using var answer = await ExchangeAsync(World.CreateKey(_runner));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.NotEmpty((await JsonAsync(answer)).GetProperty(key).GetString()!);
    }

    [Fact]
    public async Task A_key_dies_on_its_day_and_not_before()
    {
        var key = World.CreateKey(_runner, days: 30);
        _sandbox.Clock.Advance(TimeSpan.FromDays(30) - TimeSpan.FromMinutes(1));
        using (var before = await ExchangeAsync(key))
            Assert.Equal(HttpStatusCode.OK, before.StatusCode);

        _sandbox.Clock.Advance(TimeSpan.FromMinutes(1));
        using var after = await ExchangeAsync(key);
        Assert.Equal(HttpStatusCode.Unauthorized, after.StatusCode);
    }

    [Fact]
    public async Task A_token_lasts_a_day_and_an_unknown_one_is_not_active()
    {
        await SignInAsync();
        using (var fresh = await _http.GetAsync(Search(), Cancellation))
            Assert.Equal(HttpStatusCode.OK, fresh.StatusCode);

        _sandbox.Clock.Advance(PersonalWorld.TokenLifetime);
        using var stale = await _http.GetAsync(Search(), Cancellation);
        Assert.Equal(HttpStatusCode.Unauthorized, stale.StatusCode);
        Assert.Equal("Token is not active", (await JsonAsync(stale)).GetProperty("error_description").GetString());
    }

    [Fact]
    public async Task Activities_come_newest_first_in_pages_of_a_hundred_at_most()
    {
        await SignInAsync();
        for (var day = 0; day < 120; day++)
            World.Upload(_runner, new NewGarminActivity { StartsAt = new DateTimeOffset(2026, 5, 1, 6, 0, 0, TimeSpan.Zero).AddDays(day) });

        var first = await ListAsync(Search("start=0&limit=500"));
        var second = await ListAsync(Search("start=100&limit=500"));
        Assert.Equal((100, 20), (first.GetArrayLength(), second.GetArrayLength()));
        Assert.Equal("2026-08-28 06:00:00", first[0].GetProperty("startTimeGMT").GetString());
        Assert.Equal("2026-08-28 08:00:00", first[0].GetProperty("startTimeLocal").GetString());
    }

    [Fact]
    public async Task Dates_are_those_of_the_runners_clock()
    {
        await SignInAsync();
        World.Upload(_runner, new NewGarminActivity { StartsAt = new DateTimeOffset(2026, 5, 1, 23, 0, 0, TimeSpan.Zero) });
        Assert.Equal(0, (await ListAsync(Search("startDate=2026-05-01&endDate=2026-05-01"))).GetArrayLength());
        Assert.Equal(1, (await ListAsync(Search("startDate=2026-05-02&endDate=2026-05-02"))).GetArrayLength());
    }

    [Fact]
    public async Task Details_nest_what_lists_have_flat()
    {
        await SignInAsync();
        var ruck = World.Upload(_runner, new NewGarminActivity { TypeKey = "rucking", PackGrams = 9071.85 });
        var listed = (await ListAsync(Search()))[0];
        Assert.Equal(9071.85, listed.GetProperty("beginPackWeight").GetDouble());
        var detail = await ListAsync($"/activity-service/activity/{ruck.Id}");
        Assert.Equal(9071.85, detail.GetProperty("summaryDTO").GetProperty("beginPackWeight").GetDouble());
        Assert.Equal("rucking", detail.GetProperty("activityTypeDTO").GetProperty("typeKey").GetString());
    }

    [Fact]
    public async Task Another_runners_activity_is_not_found()
    {
        await SignInAsync();
        var other = World.Upload(GarminUserId.New(), new NewGarminActivity());
        using var answer = await _http.GetAsync($"/activity-service/activity/{other.Id}", Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task The_file_is_a_fit_in_a_zip()
    {
        await SignInAsync();
        var run = World.Upload(_runner, new NewGarminActivity());
        using var zip = new ZipArchive(new MemoryStream(await _http.GetByteArrayAsync($"/download-service/files/activity/{run.Id}", Cancellation)));
        var member = Assert.Single(zip.Entries);
        Assert.Equal($"{run.Id}_ACTIVITY.fit", member.Name);
        await using var content = await member.OpenAsync(Cancellation);
        var header = new byte[14];
        await content.ReadExactlyAsync(header, Cancellation);
        Assert.Equal(".FIT"u8, header.AsSpan(8, 4));
    }

    [Fact]
    public async Task A_typed_activity_has_no_file()
    {
        await SignInAsync();
        using var answer = await _http.GetAsync($"/download-service/files/activity/{World.Upload(_runner, new NewGarminActivity { IsManual = true }).Id}", Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_burst_of_twelve_is_told_to_wait()
    {
        await SignInAsync();
        World.Quirks = new Quirks { AnswerMilliseconds = 500 };
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => _http.GetAsync(Search(), Cancellation)));
        var refused = Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.TooManyRequests);
        Assert.Equal(TimeSpan.FromSeconds(14), refused.Headers.RetryAfter?.Delta);
    }

    [Fact]
    public async Task What_is_said_to_be_missing_is_missing()
    {
        await SignInAsync();
        World.Quirks = new Quirks { MissingKeys = ["distance", "startTimeLocal"] };
        World.Upload(_runner, new NewGarminActivity());
        var listed = (await ListAsync(Search()))[0];
        Assert.False(listed.TryGetProperty("distance", out _) || listed.TryGetProperty("startTimeLocal", out _));
        Assert.True(listed.TryGetProperty("duration", out _));
    }

    [Theory]
    [InlineData(nameof(FaultKind.Error), 500)]
    [InlineData(nameof(FaultKind.BadGateway), 502)]
    [InlineData(nameof(FaultKind.InactiveToken), 401)]
    [InlineData(nameof(FaultKind.RateLimited), 429)]
    [InlineData(nameof(FaultKind.MalformedJson), 200)]
    public async Task A_fault_strikes_as_often_as_it_was_told_to(string kind, int status)
    {
        await SignInAsync();
        World.Faults.Add(new InjectedFault { Kind = Enum.Parse<FaultKind>(kind), Endpoint = "GET /activities", Times = 1 });
        using var struck = await _http.GetAsync(Search(), Cancellation);
        using var after = await _http.GetAsync(Search(), Cancellation);
        Assert.Equal((status, 200), ((int)struck.StatusCode, (int)after.StatusCode));
        Assert.Equal(status == 200 ? 2 : 1, World.Calls.Of("GET /activities", 200));
    }

    private static string Search(string query = "") => "/activitylist-service/activities/search/activities?" + query;

    private async Task SignInAsync()
    {
        using var answer = await ExchangeAsync(World.CreateKey(_runner));
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (await JsonAsync(answer)).GetProperty("access_token").GetString());
    }

    private Task<HttpResponseMessage> ExchangeAsync(string key)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, PersonalEndpoints.TokenPath);
        request.Headers.Authorization = new AuthenticationHeaderValue("ApiKey", key);
        return _http.SendAsync(request, Cancellation);
    }

    private async Task<JsonElement> ListAsync(string path)
    {
        using var answer = await _http.GetAsync(path, Cancellation);
        answer.EnsureSuccessStatusCode();
        return await JsonAsync(answer);
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer) => JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation)).RootElement;
}
