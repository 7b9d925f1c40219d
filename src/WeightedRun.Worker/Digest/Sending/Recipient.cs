using WeightedRun.Analysis.Runs;
using WeightedRun.Analysis.Units;
using WeightedRun.Worker.Digest.Sentences;
using WeightedRun.Worker.Mail;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Digest.Sending;

/// <summary>Who a digest is for.</summary>
/// <param name="RunnerId">The runner.</param>
/// <param name="Address">The confirmed address; null when there is none, and then nothing is sent.</param>
/// <param name="IsUnsubscribed">Whether the runner wants no digest.</param>
/// <param name="Zone">The runner's clock.</param>
/// <param name="Sentences">In the runner's language and units.</param>
/// <param name="Profile">What the runner told of themselves.</param>
internal sealed record Recipient(RunnerId RunnerId, EmailAddress? Address, bool IsUnsubscribed, TimeZoneInfo Zone, DigestSentences Sentences, RunnerProfile Profile)
{
    /// <summary>Records print their members, and these belong in no log.</summary>
    public override string ToString() => $"Recipient {RunnerId.Value}";
}

/// <summary>The same as the database has it.</summary>
internal sealed record RecipientRow
{
    public required RunnerId RunnerId { get; init; }

    public string? Email { get; init; }

    public required bool IsConfirmed { get; init; }

    public required bool IsUnsubscribed { get; init; }

    public required string TimeZone { get; init; }

    public required string Units { get; init; }

    public required string Language { get; init; }

    public required short WeekStartsOn { get; init; }

    public short? BirthYear { get; init; }

    public double? HrMaxBpm { get; init; }

    public double? HrRestBpm { get; init; }

    public DateOnly? ExperiencedSince { get; init; }

    public double? UsualLoadKg { get; init; }

    public DateOnly? IronmanUntil { get; init; }

    public DateOnly? IronmanSetOn { get; init; }

    public Recipient With(IEnumerable<BodyMassEntry> bodyMass) => new(
        RunnerId,
        IsConfirmed && EmailAddress.TryParse(Email, out var address) ? address : null,
        IsUnsubscribed,
        Schedule.DigestSubscriptions.ZoneOf(TimeZone),
        DigestSentences.In(Language == "de" ? DigestLanguage.German : DigestLanguage.English, Units == "imperial"),
        new RunnerProfile
        {
            BirthYear = BirthYear,
            BodyMass = [.. bodyMass],
            MaxHeartRateBpm = HrMaxBpm,
            RestingHeartRateBpm = HrRestBpm,
            ExperiencedSince = ExperiencedSince,
            UsualLoad = UsualLoadKg is { } kilograms ? Mass.FromKilograms(kilograms) : null,
            IronmanUntil = IronmanUntil,
            IronmanSetOn = IronmanSetOn,
            WeekStartsOn = (DayOfWeek)WeekStartsOn,
        });
}
