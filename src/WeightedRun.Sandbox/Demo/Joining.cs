using System.Globalization;
using WeightedRun.Sandbox.Demo.Mailbox;

namespace WeightedRun.Sandbox.Demo;

/// <summary>How a runner comes to the product: agree, consent at the provider, answer the questions, confirm the address. Nothing of it is a short cut.</summary>
internal sealed class Joining(DemoProduct product, StandIns standIns, MailFolder mails, DemoWeeks weeks)
{
    private const int GarminKeyDays = 30;

    public async Task JoinAsync(Participant who, CancellationToken cancellation)
    {
        if (who.Runner.HasGarmin)
            await BringGarminKeyAsync(who, cancellation);
        else
            await ConnectStravaAsync(who, cancellation);

        var welcome = await who.Browser.OpenAsync(new Uri(product.Address, "welcome"), cancellation);
        await who.Browser.SubmitAsync(welcome, "welcome", [.. Answers(who)], cancellation);
        var confirmation = await who.Browser.OpenAsync(mails.LinkTo(who.Runner.Email, "confirm/"), cancellation);
        await who.Browser.SubmitAsync(confirmation, null, [("answer", "yes")], cancellation);
    }

    private async Task ConnectStravaAsync(Participant who, CancellationToken cancellation)
    {
        var home = await who.Browser.OpenAsync(product.Address, cancellation);
        var consent = await who.Browser.SubmitAsync(home, "connect/strava", [("agreed", "yes")], cancellation);
        if (consent.Address.Port != standIns.Strava.BaseAddress.Port)
            throw new DemoStuckException("The product did not lead to the stand-in's page of consent.");

        await who.Browser.SubmitAsync(
            consent, null, [("athlete", who.AthleteNumber), ("granted", "read"), ("granted", "activity:read_all"), ("granted", "profile:read_all"), ("decision", "approve")], cancellation);
    }

    private async Task BringGarminKeyAsync(Participant who, CancellationToken cancellation)
    {
        var page = await who.Browser.OpenAsync(new Uri(product.Address, "connect/garmin"), cancellation);
        var days = GarminKeyDays.ToString(CultureInfo.InvariantCulture);
        await who.Browser.SubmitAsync(page, "connect/garmin", [("key", who.CreateGarminKey(GarminKeyDays)), ("days", days)], cancellation);
    }

    private IEnumerable<(string Name, string Value)> Answers(Participant who)
    {
        var (day, hour) = weeks.DigestTime(who.Zone);
        yield return ("email", who.Runner.Email);
        yield return ("birth_year", who.Runner.BirthYear.ToString(CultureInfo.InvariantCulture));
        yield return ("units", who.Runner.UsesPounds ? "imperial" : "metric");
        yield return ("language", who.Runner.IsGerman ? "de" : "en");
        yield return ("time_zone", who.Runner.Zone);
        yield return ("weekday", ((int)day).ToString(CultureInfo.InvariantCulture));
        yield return ("hour", hour.ToString(CultureInfo.InvariantCulture));
        yield return ("wants_digest", "yes");
        yield return ("health_notice", "yes");
        if (who.Runner.IsExperienced)
            yield return ("experienced", "yes");

        if (who.Runner.BodyKilograms is { } kilograms)
            yield return ("body_mass", FormattableString.Invariant($"{kilograms} kg"));
    }
}
