using Dapper;
using Npgsql;
using WeightedRun.Analysis.Loads;
using WeightedRun.Analysis.Runs;
using WeightedRun.Analysis.Units;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Tagging;

/// <summary>What is stored of an activity's words, for the tagger to read once more.</summary>
internal sealed record StoredWords
{
    public required ActivityRowId ActivityId { get; init; }

    public required string Sport { get; init; }

    public string? ProviderSport { get; init; }

    public string? Title { get; init; }

    public string? Description { get; init; }

    public string? PrivateNote { get; init; }

    public string? GearName { get; init; }

    public required bool IsCommute { get; init; }

    public double? BodyMassKg { get; init; }

    public double? CarriedMassKg { get; init; }

    /// <summary>All of a runner's that can be read again. Where a provider's words have gone already, the tag that was read from them stays.</summary>
    public static async Task<IReadOnlyList<StoredWords>> ReadAllAsync(NpgsqlConnection session, RunnerId runner) => (await session.QueryAsync<StoredWords>(
        $"{Select} where runner_id = @runner and (connection_id is null or detail_fetched_at is null or detail_expires_at is not null)", new { runner })).AsList();

    public static Task<StoredWords?> FindAsync(NpgsqlConnection session, RunnerId runner, string source, string externalId) =>
        session.QuerySingleOrDefaultAsync<StoredWords>($"{Select} where runner_id = @runner and source = @source and external_id = @externalId", new { runner, source, externalId });

    public TaggerInput ToInput(RunnerLoadSettings settings) => new()
    {
        Sport = StoredName.Parse<Sport>(Sport),
        MayContainRuns = MixedWorkouts.MayContainRuns(ProviderSport),
        Title = Title,
        Description = Description,
        PrivateNote = PrivateNote,
        Gear = GearName,
        IsCommute = IsCommute,
        BodyMass = MassOf(BodyMassKg),
        DevicePackMass = MassOf(CarriedMassKg),
        Settings = settings,
    };

    private const string Select =
        "select activity_id, sport, provider_sport, title, description, private_note, gear_name, is_commute, body_mass_kg, carried_mass_kg from activities";

    private static Mass? MassOf(double? kilograms) => kilograms is { } known ? Mass.FromKilograms(known) : null;
}
