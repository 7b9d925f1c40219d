using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using WeightedRun.Sandbox.GarminPartner;
using WeightedRun.Sandbox.GarminPersonal;

namespace WeightedRun.Sandbox.Tests.Garmin;

public sealed class GarminControlTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_runner_a_key_and_a_run_are_made_over_http()
    {
        await using var sandbox = await GarminPersonalSandbox.StartAsync(new GarminPersonalOptions(), Cancellation);
        using var http = new HttpClient { BaseAddress = sandbox.BaseAddress };
        var runner = (await PostAsync(http, "/sandbox/runners", null)).GetProperty("id").GetString();
        var key = (await PostAsync(http, $"/sandbox/runners/{runner}/keys", new { days = 30 })).GetProperty("key").GetString()!;
        Assert.True((await PostAsync(http, $"/sandbox/runners/{runner}/activities", new { name = "Ruck", type_key = "rucking", pack_grams = 5000 })).GetProperty("id").GetInt64() > 0);
        Assert.NotNull(sandbox.World.Exchange(key));

        using var advanced = await http.PostAsJsonAsync("/sandbox/clock/advance", new { seconds = 31 * 86400 }, Cancellation);
        Assert.Null(sandbox.World.Exchange(key));
    }

    [Fact]
    public async Task A_partners_endpoints_faults_and_quirks_are_set_over_http()
    {
        await using var sandbox = await GarminPartnerSandbox.StartAsync(new GarminPartnerOptions(), Cancellation);
        using var http = new HttpClient { BaseAddress = sandbox.BaseAddress };
        using var endpoint = await http.PutAsJsonAsync("/sandbox/notices/endpoints/activityFiles", new { url = "http://127.0.0.1:1/", mode = "ping", is_on_hold = true }, Cancellation);
        using var quirks = await http.PutAsJsonAsync("/sandbox/quirks", new { wraps_permissions = true }, Cancellation);
        using var fault = await http.PostAsJsonAsync("/sandbox/faults", new { kind = "rate_limited", endpoint = "POST /token", times = 1, retry_after_seconds = 7 }, Cancellation);
        Assert.True(sandbox.World.Quirks.WrapsPermissions);
        using var struck = await http.PostAsync("/di-oauth2-service/oauth/token", null, Cancellation);
        Assert.Equal((HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(7)), (struck.StatusCode, struck.Headers.RetryAfter?.Delta));
        Assert.Equal(429, (await http.GetFromJsonAsync<JsonElement>("/sandbox/calls", Cancellation))[0].GetProperty("status").GetInt32());
    }

    [Fact]
    public async Task A_control_call_that_is_wrong_says_what_is_wrong()
    {
        await using var sandbox = await GarminPartnerSandbox.StartAsync(new GarminPartnerOptions(), Cancellation);
        using var http = new HttpClient { BaseAddress = sandbox.BaseAddress };
        using var answer = await http.PostAsJsonAsync("/sandbox/faults", new { kind = "no_such_thing" }, Cancellation);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("kind", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    private static async Task<JsonElement> PostAsync(HttpClient http, string path, object? body)
    {
        using var answer = await http.PostAsJsonAsync(path, body ?? new { }, Cancellation);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
    }
}
