using WeightedRun.Worker.Web.Frame;

namespace WeightedRun.Worker.Web.Account;

/// <summary>The fields of the settings as the form shows them; faults by field.</summary>
public sealed record ProfileView
{
    public string Email { get; init; } = "";

    /// <summary>Asked for and not confirmed yet.</summary>
    public string? WaitingEmail { get; init; }

    public string BodyMass { get; init; } = "";

    public string BirthYear { get; init; } = "";

    public string TimeZone { get; init; } = "";

    /// <summary>Read from the runner's own runs rather than said by him.</summary>
    public bool IsZoneGuessed { get; init; }

    public bool IsImperial { get; init; }

    public string Language { get; init; } = "en";

    public int WeekStartsOn { get; init; } = 1;

    public int Weekday { get; init; } = 1;

    public int Hour { get; init; } = 7;

    public bool WantsDigest { get; init; } = true;

    public bool IsExperienced { get; init; }

    public string UsualLoad { get; init; } = "";

    public string HrMax { get; init; } = "";

    public string IronmanUntil { get; init; } = "";

    public IReadOnlyDictionary<string, string> Faults { get; init; } = new Dictionary<string, string>();
}

/// <summary>The first page after connecting.</summary>
public sealed record WelcomeView(IReadOnlyList<string> Progress, bool IsWaiting, bool IsConnected, bool IsScopeMissing, ProfileView Profile);

public sealed record SettingsView(ProfileView Profile, string? Done);

public sealed record ConnectionsView(IReadOnlyList<ConnectionView> Connections, bool MayConnectStrava, bool MayConnectGarmin);

public sealed record ConnectionView(long Id, string Name, string State, bool IsBroken, string Since, string LastContact, string? Ends, string Scopes, string? History, bool IsStrava, bool IsLeaving);

public sealed record DataView(IReadOnlyList<DataRow> Rows, bool HasAddress);

public sealed record DataRow(string What, long Count);

/// <summary>Asks once more before something is deleted.</summary>
public sealed record ConfirmView(string Heading, IReadOnlyList<string> Lines, string Action, string Button, PageLink Back, string? Word, string? Fault);
