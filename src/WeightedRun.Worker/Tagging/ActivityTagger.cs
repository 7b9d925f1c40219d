using WeightedRun.Analysis.Loads;
using WeightedRun.Worker.Ingestion;

namespace WeightedRun.Worker.Tagging;

/// <summary>The one place where an activity on its way into the database meets the tagger.</summary>
internal static class ActivityTagger
{
    public static CarriedLoad? Tag(IncomingActivity activity, ActivityDetail? detail, RunnerLoadSettings settings) => LoadTagger.Tag(new TaggerInput
    {
        Sport = activity.Sport,
        MayContainRuns = MixedWorkouts.MayContainRuns(activity.ProviderSport),
        Title = activity.Title,
        Description = detail?.Description,
        PrivateNote = detail?.PrivateNote,
        Gear = detail?.GearName,
        IsCommute = activity.IsCommute,
        BodyMass = activity.BodyMass,
        DevicePackMass = activity.CarriedMass,
        Settings = settings,
    });
}
