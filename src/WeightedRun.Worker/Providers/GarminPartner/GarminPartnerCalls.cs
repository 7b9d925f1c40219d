using System.Net;
using System.Text.Json;
using Refit;

namespace WeightedRun.Worker.Providers.GarminPartner;

/// <summary>The calls in a runner's name. Activities cannot be asked for: they are announced.</summary>
internal sealed class GarminPartnerCalls(IGarminPartnerApi api)
{
    /// <summary>The runner's name at Garmin, by which all notifications are addressed; the same after each reconnection.</summary>
    public async Task<string> GetUserIdAsync(string accessToken, CancellationToken cancellation) =>
        GarminAnswers.ContentOf(await api.GetUserAsync(accessToken, cancellation)).UserId is { Length: > 0 } user
            ? user : throw new GarminException(GarminFault.Unavailable, "Garmin's answer lacks the user's id");

    public async Task<GarminPermissions> GetPermissionsAsync(string accessToken, CancellationToken cancellation) =>
        GarminAnswers.ContentOf(await api.GetPermissionsAsync(accessToken, cancellation));

    /// <summary>A registration that is gone already is gone.</summary>
    public async Task DeregisterAsync(string accessToken, CancellationToken cancellation)
    {
        using var response = await api.DeleteRegistrationAsync(accessToken, cancellation);
        if (!response.IsSuccessStatusCode && response.StatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.NotFound))
            throw GarminAnswers.Explain(response);
    }

    public async Task<BackfillOutcome> AskForBackfillAsync(string accessToken, BackfillWindow window, CancellationToken cancellation)
    {
        using var response = await api.AskForBackfillAsync(window.From.ToUnixTimeSeconds(), window.Until.ToUnixTimeSeconds(), accessToken, cancellation);
        return response.StatusCode switch
        {
            _ when response.IsSuccessStatusCode => BackfillOutcome.Accepted,
            HttpStatusCode.Conflict => BackfillOutcome.AskedBefore,
            HttpStatusCode.PreconditionFailed => BackfillOutcome.MissingPermission,
            HttpStatusCode.BadRequest when MessageOf(response)?.Contains("not enabled", StringComparison.OrdinalIgnoreCase) == true => BackfillOutcome.NotProvisioned,
            _ => throw GarminAnswers.Explain(response),
        };
    }

    private static string? MessageOf(IApiResponse response)
    {
        try
        {
            return (response.Error as ApiException)?.Content is { Length: > 0 } content ? JsonSerializer.Deserialize(content, GarminPartnerJson.Default.GarminApiFault)?.ErrorMessage : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
