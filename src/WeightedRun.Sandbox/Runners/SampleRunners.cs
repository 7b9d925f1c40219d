using WeightedRun.Sandbox.Strava.World;

namespace WeightedRun.Sandbox.Runners;

/// <summary>Runners who do not exist, with months of plausible runs. The same seed and day make the same runners.</summary>
internal sealed class SampleRunners(StravaWorld world, int seed)
{
    private static readonly string[] FirstNames = ["Ada", "Bela", "Cleo", "Dario", "Enya", "Finn", "Greta", "Hugo", "Ines", "Jonas", "Kaya", "Levi", "Mira", "Nils", "Oona", "Paul"];
    private static readonly string[] LastNames = ["Sample", "Muster", "Exempel", "Modelo", "Esempio"];
    private static readonly string[] Zones = ["Europe/Berlin", "Europe/London", "America/New_York", "Pacific/Auckland"];
    private static readonly string[] PlainTitles = ["Morning Run", "Lunch Run", "Evening Run", "Intervals 6 x 800 m", "Around the lake", "Feierabendrunde", "No vest today", "Recovery"];

    private readonly SeededChance _chance = new(seed);

    public IReadOnlyList<StravaAthlete> Add(int runners, int days) => [.. Enumerable.Range(0, runners).Select(number => AddOne(number, days))];

    private StravaAthlete AddOne(int number, int days)
    {
        var style = TrainingStyle.All[number % TrainingStyle.All.Count];
        var shoes = new GearId($"g{1_000_000 + number}");
        var athlete = world.AddAthlete(new NewAthlete
        {
            FirstName = FirstNames[number % FirstNames.Length],
            LastName = $"{LastNames[number % LastNames.Length]} {style.Name}",
            Sex = number % 3 == 0 ? null : number % 3 == 1 ? "F" : "M",
            WeightKilograms = number % 7 == 6 ? null : 55 + number % 9 * 4,
            UsesFeet = number % 4 == 2,
            Zone = Zones[number % Zones.Length],
            Gear = [new StravaGear { Id = shoes, Name = "Daily Trainer", IsPrimary = true, BrandName = "Sample", ModelName = "One", DistanceMeters = 321_000 }],
        });

        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(world.Clock.GetUtcNow(), athlete.Zone).DateTime);
        for (var day = today.AddDays(-days); day < today; day = day.AddDays(1))
        {
            var weekday = ((int)day.DayOfWeek + 6) % 7;
            if (style.RunDays.Contains(weekday) && !_chance.Happens(0.08))
                world.Upload(athlete.Id, Run(style, athlete, shoes, day, weekday, isLastWeek: today.DayNumber - day.DayNumber <= 7));
        }

        return athlete;
    }

    private NewActivity Run(TrainingStyle style, StravaAthlete athlete, GearId shoes, DateOnly day, int weekday, bool isLastWeek)
    {
        var isWeighted = style.WeightedDays.Contains(weekday);
        var factor = isLastWeek ? style.LastWeekFactor : 1;
        var kilometers = Math.Round((weekday == style.RunDays[^1] ? style.LongKilometers : style.EasyKilometers) * factor * (0.9 + 0.2 * _chance.Next()), 2);
        var seconds = (int)(kilometers * style.SecondsPerKilometer * (isWeighted ? 1.04 : 1) * (0.97 + 0.06 * _chance.Next()));
        var isQuiet = isWeighted && _chance.Happens(style.QuietShare);
        var load = Math.Round(style.LoadKilograms * factor).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return new NewActivity
        {
            Start = StartOf(day, athlete.Zone),
            Name = isWeighted && !isQuiet ? Pick(style.WeightedTitles).Replace("{kg}", load, StringComparison.Ordinal) : Pick(PlainTitles),
            Description = isQuiet ? $"With the {load} kg vest." : null,
            SportType = _chance.Happens(0.1) ? "TrailRun" : "Run",
            DistanceMeters = kilometers * 1000,
            MovingSeconds = seconds,
            ElevationGainMeters = Math.Round(kilometers * 6 * _chance.Next()),
            AverageHeartRate = Math.Round(136 + 18 * _chance.Next(), 1),
            MaxHeartRate = 168,
            AverageCadence = Math.Round(80 + 6 * _chance.Next(), 1),
            WorkoutType = weekday == style.RunDays[^1] ? 2 : null,
            GearId = shoes.Value,
            IsTrainer = _chance.Happens(0.03),
            Visibility = _chance.Happens(0.04) ? Visibility.OnlyMe : Visibility.Everyone,
        };
    }

    /// <summary>Between half past five and nine in the morning, wherever the runner lives.</summary>
    private DateTimeOffset StartOf(DateOnly day, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(new TimeOnly(5, 30)).AddMinutes(_chance.Next(210));
        return new DateTimeOffset(local, zone.GetUtcOffset(local));
    }

    private string Pick(string[] titles) => titles[_chance.Next(titles.Length)];
}
