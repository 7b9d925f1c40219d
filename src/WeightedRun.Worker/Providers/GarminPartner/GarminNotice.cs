namespace WeightedRun.Worker.Providers.GarminPartner;

/// <summary>What a notice is about; kinds that are not used are not read.</summary>
internal enum NoticeKind
{
    /// <summary>A summary, or the address of some.</summary>
    Activity,

    /// <summary>The runner edited an activity: never a new one.</summary>
    ManuallyUpdatedActivity,

    /// <summary>The address of a recording.</summary>
    ActivityFile,

    /// <summary>The runner left.</summary>
    Deregistration,

    /// <summary>The runner changed what is allowed.</summary>
    PermissionChange,
}

/// <summary>One item of a notification, as far as it is read: the texts of its simple fields by their names.</summary>
internal sealed class GarminNotice(NoticeKind kind)
{
    private readonly Dictionary<string, string> _fields = new(StringComparer.Ordinal);

    public NoticeKind Kind => kind;

    /// <summary>The permissions in force, of a permission change.</summary>
    public HashSet<string> Permissions { get; } = new(StringComparer.Ordinal);

    /// <summary>Null on what was fetched behind a ping: the ping named the user.</summary>
    public string? UserId => this["userId"];

    public string? CallbackUrl => this["callbackURL"];

    public string? this[string field] => _fields.GetValueOrDefault(field) is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;

    public double? Number(string field) => TolerantJson.NumberOf(this[field]);

    public bool Flag(string field) => TolerantJson.FlagOf(this[field]) == true;

    public void Set(string field, string text) => _fields[field] = text;

    /// <summary>Names the notice without its contents.</summary>
    public override string ToString() => $"GarminNotice {kind}";
}
