using System.Globalization;
using WeightedRun.Sandbox.Demo.Cast;
using WeightedRun.Sandbox.Garmin;
using WeightedRun.Sandbox.Strava.World;

namespace WeightedRun.Sandbox.Demo;

/// <summary>A sample runner with an account at a provider, and what of the plan was run so far.</summary>
internal sealed class Participant : IDisposable
{
    private readonly StandIns _standIns;
    private readonly Queue<(DateTimeOffset Start, PlannedRun Run)> _ahead;
    private readonly List<(ActivityId Id, PlannedRun Run)> _uploaded = [];
    private readonly StravaAthlete? _athlete;
    private readonly GarminUserId _garminUser;

    public Participant(SampleRunner runner, StandIns standIns, DemoWeeks weeks)
    {
        (Runner, _standIns, Zone) = (runner, standIns, TimeZoneInfo.FindSystemTimeZoneById(runner.Zone));
        var week0 = weeks.Week0(Zone);
        _ahead = new Queue<(DateTimeOffset, PlannedRun)>(runner.Runs.Select(run => (Start: run.StartIn(week0, Zone), run)).OrderBy(planned => planned.Start));
        if (runner.HasGarmin)
        {
            _garminUser = GarminUserId.New();
            return;
        }

        var name = runner.Name.Split(' ', 2);
        _athlete = standIns.Strava.World.AddAthlete(new NewAthlete { FirstName = name[0], LastName = name[1], Zone = runner.Zone, WeightKilograms = null, UsesFeet = runner.UsesPounds });
    }

    public SampleRunner Runner { get; }

    public TimeZoneInfo Zone { get; }

    /// <summary>The athlete's number, as the stand-in's page of consent lists it.</summary>
    public string AthleteNumber => _athlete!.Id.ToString();

    /// <summary>Signed in on the product's pages, once connected.</summary>
    public RunnerBrowser Browser { get; } = new();

    public string CreateGarminKey(int days) => _standIns.Garmin.World.CreateKey(_garminUser, days);

    /// <summary>Runs and uploads what the plan has until a moment.</summary>
    public void RunUntil(DateTimeOffset moment)
    {
        while (_ahead.TryPeek(out var next) && next.Start < moment)
        {
            var (start, run) = _ahead.Dequeue();
            if (_athlete is null)
                _standIns.Garmin.World.Upload(_garminUser, run.AtGarmin(start));
            else
                _uploaded.Add((_standIns.Strava.World.Upload(_athlete.Id, run.OnStrava(start)).Id, run));
        }
    }

    /// <summary>Renames and deletes at the provider what the plan says.</summary>
    public void ChangeTheirMind()
    {
        foreach (var (id, run) in _uploaded)
        {
            if (run.RenamedTo is { } title)
                _standIns.Strava.World.Edit(id, activity => activity with { Name = title });
            else if (run.IsDeletedLater)
                _standIns.Strava.World.Delete(id);
        }
    }

    /// <summary>Runs whose weight the runner tells on the product's pages, by the product's names.</summary>
    public IEnumerable<(string Run, string Kilograms)> ToldLater() => _uploaded.Where(uploaded => uploaded.Run.VestSaidLater is not null)
        .Select(uploaded => ($"strava:{uploaded.Id}", uploaded.Run.VestSaidLater!.Value.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Takes the application's access away behind its back, while a new run is being told of.</summary>
    public void TakeAccessAway()
    {
        var world = _standIns.Strava.World;
        var how = world.Events.How;
        world.Events.How = how with { IsPaused = true };
        world.Upload(_athlete!.Id, new NewActivity { Start = world.Clock.GetUtcNow().AddMinutes(-50), DistanceMeters = 5000, MovingSeconds = 1800 });
        world.Tokens.Revoke(world.Tokens.Find(_standIns.Strava.App, _athlete)!);
        world.Events.How = how;
    }

    public void Dispose() => Browser.Dispose();
}
