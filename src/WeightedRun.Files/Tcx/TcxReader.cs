using System.Xml;
using WeightedRun.Analysis.Runs;
using WeightedRun.Files.Xml;

namespace WeightedRun.Files.Tcx;

/// <summary>
/// Garmin's Training Center Database v2: https://www8.garmin.com/xmlschemas/TrainingCenterDatabasev2.xsd . One activity per <c>Activity</c>;
/// of a multisport session those on foot, without transitions.
/// </summary>
internal static class TcxReader
{
    private const string NoActivity = "The TCX file holds no activity: it is a workout plan, a course or empty. Export the recorded activity.";

    public static IReadOnlyList<ReadResult> Read(XmlSource xml, string file)
    {
        var activities = new List<RecordedActivity>();
        var isMultisport = false;
        TcxActivity? activity = null;
        try
        {
            while (xml.Read())
            {
                isMultisport |= xml is { IsElement: true, Name: "MultiSportSession" };
                if (xml is { IsElement: true, Name: "Activity" })
                    activity = new TcxActivity(xml.Attribute("Sport"));
                else if (xml.IsElement)
                    activity?.Read(xml);
                else if (xml is { IsEnd: true, Name: "Activity" })
                    Finish(null);
                else if (xml.IsEnd)
                    activity?.Close(xml.Name);
            }
        }
        catch (Exception damage) when (damage is XmlException or InvalidDataException && (activity is { IsEmpty: false } || activities.Count > 0))
        {
            Finish(XmlDamage.Warning(damage));
        }

        var kept = isMultisport && activities.Exists(leg => leg.Sport.IsOnFoot()) ? activities.FindAll(leg => leg.Sport.IsOnFoot()) : activities;
        return kept.Count > 0 ? [.. kept.Select(ReadResult.Of)] : [ReadResult.Of(file, new ReadProblem("no-activity", NoActivity))];

        void Finish(string? warning)
        {
            if (activity is { IsEmpty: false })
                activities.Add(activity.ToRecorded(file, activities.Count, warning));
            else if (warning is not null)
                activities[^1] = activities[^1] with { Warnings = [warning] };

            activity = null;
        }
    }
}
