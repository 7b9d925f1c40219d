using WeightedRun.Analysis.Loads;
using WeightedRun.Analysis.Runs;

namespace WeightedRun.Analysis.Identity;

/// <summary>
/// Which recording each field of a run is taken from. What was measured comes from the watch's own file, what was written from where the
/// runner writes, and the load from whoever has the most authority on it.
/// </summary>
internal static class FieldPrecedence
{
    // Where runners rename their runs: Strava shows them to others.
    private static readonly RecordingSource[] Written =
    [
        RecordingSource.Strava, RecordingSource.StravaExport, RecordingSource.GarminPersonal, RecordingSource.GarminPartner,
        RecordingSource.GarminExport, RecordingSource.Fit, RecordingSource.Tcx, RecordingSource.Gpx,
    ];

    public static MergedRun Merge(RecordingGroup group)
    {
        var origins = new Dictionary<RunField, ActivityId>();
        var measured = group.Members;
        List<Recording> written = [.. measured.OrderBy(member => Array.IndexOf(Written, member.Source))];
        var start = written.Find(member => member.Activity.UtcOffset is not null) ?? group.Primary;
        origins[RunField.Start] = start.Id;
        var activity = group.Primary.Activity with
        {
            StartLocal = start.Activity.StartLocal,
            UtcOffset = start.Activity.UtcOffset,
            Sport = SportOf(written, origins),
            Surface = First(measured, RunField.Surface, member => member.Activity.Surface == Surface.Unknown ? null : (Surface?)member.Activity.Surface) ?? Surface.Unknown,
            Distance = First(measured, RunField.Distance, member => member.Activity.Distance),
            MovingTime = First(measured, RunField.MovingTime, member => member.Activity.MovingTime),
            ElapsedTime = First(measured, RunField.ElapsedTime, member => member.Activity.ElapsedTime),
            ElevationGain = First(measured, RunField.ElevationGain, member => member.Activity.ElevationGain),
            AverageHeartRateBpm = First(measured, RunField.AverageHeartRate, member => member.Activity.AverageHeartRateBpm),
            MaxHeartRateBpm = First(measured, RunField.MaxHeartRate, member => member.Activity.MaxHeartRateBpm),
            AverageCadenceSpm = First(measured, RunField.AverageCadence, member => member.Activity.AverageCadenceSpm),
            TemperatureCelsius = First(measured, RunField.Temperature, member => member.Activity.TemperatureCelsius),
            WorkoutType = First(written, RunField.WorkoutType, member => member.Activity.WorkoutType == WorkoutType.None ? null : (WorkoutType?)member.Activity.WorkoutType) ?? WorkoutType.None,
            Title = Text(RunField.Title, member => member.Activity.Title),
            Load = LoadOf(written, origins),
        };
        return new MergedRun
        {
            Activity = activity,
            BodyMass = First(measured, RunField.BodyMass, member => member.BodyMass),
            Description = Text(RunField.Description, member => member.Description),
            Origins = origins,
        };

        T? First<T>(IEnumerable<Recording> members, RunField field, Func<Recording, T?> value) where T : struct
        {
            foreach (var member in members)
            {
                if (value(member) is not { } known)
                    continue;

                origins[field] = member.Id;
                return known;
            }

            return null;
        }

        string? Text(RunField field, Func<Recording, string?> value)
        {
            var member = written.Find(member => !string.IsNullOrWhiteSpace(value(member)));
            if (member is not null)
                origins[field] = member.Id;

            return member is null ? null : value(member);
        }
    }

    /// <summary>As the runner named it, unless another source says the same more exactly.</summary>
    private static Sport SportOf(List<Recording> written, Dictionary<RunField, ActivityId> origins)
    {
        var named = written.Find(member => member.Activity.Sport != Sport.Other) ?? written[0];
        var exact = written.Find(member => IsMoreExact(member.Activity.Sport, named.Activity.Sport)) ?? named;
        origins[RunField.Sport] = exact.Id;
        return exact.Activity.Sport;
    }

    private static bool IsMoreExact(Sport sport, Sport than) => than switch
    {
        Sport.Run => sport.IsRun() && sport != Sport.Run,
        Sport.Hike or Sport.Walk => sport == Sport.Ruck,
        _ => false,
    };

    /// <summary>The runner's word, then the mass entered on the watch, then what was read from texts; a tag before a question.</summary>
    private static CarriedLoad? LoadOf(List<Recording> written, Dictionary<RunField, ActivityId> origins)
    {
        var bearer = written.Where(member => member.Activity.Load is not null)
            .OrderBy(member => member.Activity.Load!.IsSuspected).ThenBy(member => member.Activity.Load!.Source).FirstOrDefault();
        if (bearer is not null)
            origins[RunField.Load] = bearer.Id;

        return bearer?.Activity.Load;
    }
}
