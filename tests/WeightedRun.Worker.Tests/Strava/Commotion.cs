using WeightedRun.Sandbox.Strava.World;
using WeightedRun.Worker.Tests.Storage;

namespace WeightedRun.Worker.Tests.Strava;

/// <summary>Athletes who upload, rename, hide and delete in a seeded muddle; and the question whether the store knows exactly what is true in the end.</summary>
internal sealed class Commotion(StravaWorld world, IReadOnlyList<StravaAthlete> athletes, int seed)
{
    private readonly Random _chance = new(seed);
    private readonly List<ActivityId> _living = [];

    /// <summary>One change, and with it one event.</summary>
    public void Stir()
    {
        if (_living.Count < 20 || _chance.NextDouble() < 0.6)
        {
            var athlete = athletes[_chance.Next(athletes.Count)];
            _living.Add(world.Upload(athlete.Id, new NewActivity
            {
                Start = world.Clock.GetUtcNow().AddMinutes(-60 - _chance.Next(60 * 24 * 90)),
                Name = $"Run {_chance.Next(1000)}",
                Description = _chance.Next(4) == 0 ? "with 8 kg vest" : null,
                SportType = _chance.Next(5) == 0 ? "Ride" : "Run",
            }).Id);
            return;
        }

        var at = _chance.Next(_living.Count);
        var id = _living[at];
        switch (_chance.Next(10))
        {
            case < 5:
                world.Edit(id, run => run with { Name = $"Weighted vest {_chance.Next(1, 20)} kg" });
                break;
            case < 7:
                world.Edit(id, run => run with { SportType = run.SportType == "Run" ? "TrailRun" : "Run" });
                break;
            case < 8:
                world.Edit(id, run => run with { Visibility = run.Visibility == Visibility.OnlyMe ? Visibility.Everyone : Visibility.OnlyMe });
                break;
            default:
                _living.RemoveAt(at);
                world.Delete(id);
                break;
        }
    }

    public IEnumerable<string> Truth() => athletes.SelectMany(athlete => athlete.Activities.All()).OrderBy(run => run.Id.Value).Select(run => FormattableString.Invariant(
        $"{run.Owner}/{run.Id} {run.Name}|{run.Description}|{run.SportType}|{run.ShownStart.ToOffset(run.UtcOffset):yyyy-MM-ddTHH:mm:ss}|{run.DistanceMeters}|{run.MovingSeconds}|{run.IsPrivate}"));

    public static async Task<IEnumerable<string>> StoredAsync(TestDatabase database) => await database.QueryAsync<string>(
        """
        select connections.external_id || '/' || activities.external_id || ' ' || title || '|' || coalesce(description, '') || '|' || provider_sport || '|'
            || to_char(start_local, 'YYYY-MM-DD"T"HH24:MI:SS') || '|' || distance_m || '|' || moving_s || '|' || case when is_private then 'True' else 'False' end
        from activities join connections using (connection_id)
        order by activities.external_id::bigint
        """);
}
