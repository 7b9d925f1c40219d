namespace WeightedRun.Worker.Settings;

/// <summary>One setting that cannot be used. <paramref name="Found"/> is null where the value is a secret, or somebody's address, or not there.</summary>
internal sealed record WrongSetting(string Name, string? Found, string Expected)
{
    public static WrongSetting Of<T>(string property, string? found, string expected)
        where T : ISettings => new($"{T.Section}__{property}", found, expected);

    /// <summary>One line that says what to do, e.g. <c>Mail__Port=abc: expected a whole number from 1 to 65535, such as 587.</c></summary>
    public override string ToString() => $"{Name}{(Found is null ? "" : $"={Found.ReplaceLineEndings(" ")}")}: expected {Expected}.";
}
