using System.Xml;
using WeightedRun.Analysis.Runs;

namespace WeightedRun.Files.Tcx;

/// <summary>
/// Garmin's Training Center Database v2: https://www8.garmin.com/xmlschemas/TrainingCenterDatabasev2.xsd . One activity per <c>Activity</c>;
/// of a multisport session those on foot, without transitions.
/// </summary>
internal static class TcxReader
{
    private const string NoActivity = "The TCX file holds no activity: it is a workout plan, a course or empty. Export the recorded activity.";

    public static IReadOnlyList<ReadResult> Read(XmlReader xml, string file)
    {
        var activities = new List<RecordedActivity>();
        var isMultisport = false;
        TcxActivity? activity = null;
        try
        {
            while (xml.Read())
            {
                isMultisport |= xml is { NodeType: XmlNodeType.Element, LocalName: "MultiSportSession" };
                if (xml is { NodeType: XmlNodeType.Element, LocalName: "Activity" })
                    activity = new TcxActivity(xml.GetAttribute("Sport"));
                else if (xml.NodeType == XmlNodeType.Element)
                    activity?.Read(xml);
                else if (xml is { NodeType: XmlNodeType.EndElement, LocalName: "Activity" })
                    Finish(null);
            }
        }
        catch (XmlException damage) when (activity is { IsEmpty: false } || activities.Count > 0)
        {
            Finish($"truncated: the file breaks off at line {damage.LineNumber}; what came before was kept");
        }

        var kept = isMultisport && activities.Exists(leg => leg.Sport.IsOnFoot()) ? activities.FindAll(leg => leg.Sport.IsOnFoot()) : activities;
        return kept.Count > 0 ? [.. kept.Select(ReadResult.Of)] : [ReadResult.Of(file, new ReadProblem("no-activity", NoActivity))];

        void Finish(string? warning)
        {
            if (activity is { IsEmpty: false })
                activities.Add(activity.ToRecorded(file, activities.Count, warning));

            activity = null;
        }
    }
}
