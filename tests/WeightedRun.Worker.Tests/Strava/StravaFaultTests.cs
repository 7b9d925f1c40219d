using System.Net;
using System.Text.Json;
using WeightedRun.Worker.Operations;
using WeightedRun.Worker.Providers.Strava;

namespace WeightedRun.Worker.Tests.Strava;

public sealed class StravaFaultTests
{
    [Theory]
    [InlineData(400, """{"message":"Bad Request","errors":[{"resource":"RefreshToken","field":"refresh_token","code":"invalid"}]}""", "Revoked")]
    [InlineData(400, """{"message":"Bad Request","errors":[{"resource":"Application","field":"client_id","code":"invalid"}]}""", "WrongCredentials")]
    [InlineData(400, """{"message":"Bad Request","errors":[{"resource":"AuthorizationCode","field":"code","code":"invalid"}]}""", "Refused")]
    [InlineData(400, """{"message":"Bad Request","errors":[{"resource":"Application","field":"after","code":"future"}]}""", "Refused")]
    [InlineData(401, """{"message":"Authorization Error","errors":[{"resource":"Athlete","field":"access_token","code":"invalid"}]}""", "Unauthorized")]
    [InlineData(401, """{"message":"Authorization Error","errors":[{"resource":"AccessToken","field":"activity:read_permission","code":"missing"}]}""", "MissingScope")]
    [InlineData(401, """{"message":"Authorization Error","errors":[{"resource":"Application","field":"","code":"invalid"}]}""", "WrongCredentials")]
    [InlineData(403, """{"message":"Forbidden","errors":[{"resource":"Application","field":"Status","code":"Inactive"}]}""", "InactiveApplication")]
    [InlineData(403, """{"message":"Limit of connected athletes exceeded"}""", "AthleteCap")]
    [InlineData(403, """{"message":"Forbidden"}""", "Refused")]
    [InlineData(404, "", "NotFound")]
    [InlineData(500, """{"message":"error"}""", "Unavailable")]
    [InlineData(502, "<html>", "Unavailable")]
    public void Each_answer_is_told_from_the_others(int status, string body, string fault) =>
        Assert.Equal(fault, StravaFaults.Classify((HttpStatusCode)status, body.StartsWith('{') ? JsonSerializer.Deserialize(body, StravaJson.Default.StravaFaultBody) : null).ToString());

    [Theory]
    [InlineData("100,1000", "5,60", "5/100 60/1000")]
    [InlineData("601, 602", " 3 , 4", "3/601 4/602")]
    [InlineData(",", ",", "")]
    [InlineData("100,1000", null, "/100 /1000")]
    [InlineData("soon", "-1,2", "2/")]
    public void Headers_are_read_as_far_as_they_can_be(string? limit, string? usage, string expected)
    {
        using var response = new HttpResponseMessage();
        if (limit is not null)
            response.Headers.TryAddWithoutValidation("x-readratelimit-limit", limit);

        if (usage is not null)
            response.Headers.TryAddWithoutValidation("X-ReadRateLimit-Usage", usage);

        Assert.Equal(expected, string.Join(' ', StravaRateLimits.Read(response.Headers).Select(one => $"{one.Used}/{one.Allowed}")));
    }

    [Fact]
    public void An_answer_without_headers_says_nothing()
    {
        using var response = new HttpResponseMessage();
        Assert.Equal([], StravaRateLimits.Read(response.Headers));
        Assert.Equal(ApiBucket.Read, "read");
    }
}
