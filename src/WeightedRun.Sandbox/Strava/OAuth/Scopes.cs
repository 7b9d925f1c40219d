namespace WeightedRun.Sandbox.Strava.OAuth;

/// <summary>What an athlete allows an application to do.</summary>
internal sealed class Scopes
{
    public const string Read = "read";
    public const string ReadAllProfile = "profile:read_all";
    public const string ReadActivities = "activity:read";
    public const string ReadAllActivities = "activity:read_all";

    public static readonly IReadOnlyList<string> Known =
        [Read, "read_all", ReadAllProfile, "profile:write", ReadActivities, ReadAllActivities, "activity:write"];

    private readonly string[] _granted;

    private Scopes(IEnumerable<string> granted) => _granted = [.. Known.Intersect(granted)];

    public bool ReadsActivities => Has(ReadActivities) || ReadsPrivateActivities;

    public bool ReadsPrivateActivities => Has(ReadAllActivities);

    public IReadOnlyList<string> Granted => _granted;

    /// <summary>Null when a word is no scope or there is none.</summary>
    public static Scopes? Parse(string? text)
    {
        var words = (text ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return words.Length > 0 && words.All(Known.Contains) ? new Scopes(words) : null;
    }

    public static Scopes Of(IEnumerable<string> granted) => new(granted);

    public bool Has(string scope) => _granted.Contains(scope);

    public bool Covers(Scopes asked) => asked._granted.All(Has);

    public Scopes Without(IEnumerable<string> withheld) => new(_granted.Except(withheld));

    public override string ToString() => string.Join(',', _granted);
}
