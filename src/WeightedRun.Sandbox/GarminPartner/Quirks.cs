namespace WeightedRun.Sandbox.GarminPartner;

/// <summary>Lasting oddities, all off by default.</summary>
internal sealed record Quirks
{
    /// <summary>Permissions as <c>{"permissions":[...]}</c> instead of a bare list.</summary>
    public bool WrapsPermissions { get; init; }

    /// <summary>Changed permissions as a map of booleans instead of a list.</summary>
    public bool WritesPermissionsAsMap { get; init; }

    /// <summary><c>activityId</c> as a text instead of a number.</summary>
    public bool WritesIdsAsTexts { get; init; }

    /// <summary>Notifications without <c>garmin-client-id</c>, as the data generator posts them.</summary>
    public bool OmitsClientId { get; init; }

    /// <summary>Keys left out of summaries.</summary>
    public IReadOnlyList<string> MissingKeys { get; init; } = [];

    /// <summary>The runner says no on the page of consent.</summary>
    public bool DeniesConsent { get; init; }

    /// <summary>The runner leaves "historical data" off, which is how the page comes up.</summary>
    public bool WithholdsHistory { get; init; }

    /// <summary>The application may not backfill at all.</summary>
    public bool BackfillIsNotProvisioned { get; init; }
}
