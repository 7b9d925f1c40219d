using Dapper;
using WeightedRun.Worker.Providers.GarminPartner;
using WeightedRun.Worker.Settings;

namespace WeightedRun.Worker.Operations;

/// <summary>Garmin's Developer Program: what is set, and what Garmin has refused this application.</summary>
internal static class GarminPartnerCheck
{
    private const string Name = "garmin-push";

    public static async Task<Diagnosis> RunAsync(Patient patient, CancellationToken cancellation)
    {
        var options = patient.Configuration.Read<GarminPartnerOptions>();
        if (!options.IsConfigured)
            return Diagnosis.Well(Name, "Not set up; only operators whom Garmin has accepted need it.");

        if (options.PublicUrl is null)
            return Diagnosis.Watch(Name, "Garmin cannot push: there is no public address.", "Set GarminPartner__PublicUrl, and enter its /webhooks/garmin/… at apis.garmin.com/tools/endpoints (docs/garmin.md).");

        await using var session = await patient.Source.OpenConnectionAsync(cancellation);
        var state = await session.QuerySingleAsync<State>(
            """
            select (select count(*) from connections where provider = @Provider and state = 'active')::integer as runners,
                   (select max(last_event_at) from connections where provider = @Provider) as last_notice_at,
                   (select count(*) from garmin_notices where state = 'parked')::integer as parked,
                   exists (select from garmin_backfill_windows where outcome = 'not_provisioned') as lacks_history
            """,
            new { GarminPartnerOptions.Provider });
        if (state.LacksHistory)
            return Diagnosis.Watch(Name, "Garmin did not enable backfill for this application: runners start without history.", "Ask Garmin; on some tiers it is extra.");

        var heard = state.LastNoticeAt is { } at ? $"the last notification came on {at:yyyy-MM-dd HH:mm}Z" : "no notification has come yet";
        return state.Runners > 0 && state.LastNoticeAt is null
            ? Diagnosis.Watch(Name, $"{state.Runners} runners are connected and {heard}.", "Look at apis.garmin.com/tools/endpoints: are the addresses right, enabled and not on hold?")
            : Diagnosis.Well(Name, $"{state.Runners} runners; {heard}; {state.Parked} notifications were set aside.");
    }

    private sealed record State
    {
        public required int Runners { get; init; }

        public DateTimeOffset? LastNoticeAt { get; init; }

        public required int Parked { get; init; }

        public required bool LacksHistory { get; init; }
    }
}
