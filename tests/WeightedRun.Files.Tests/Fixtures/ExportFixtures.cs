using System.Text;
using WeightedRun.Files.Tests.Fit;

namespace WeightedRun.Files.Tests.Fixtures;

/// <summary>Made-up account exports in the layouts that Strava and Garmin write.</summary>
internal static class ExportFixtures
{
    public const string Header = "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,Max Heart Rate,Relative Effort,Commute,Activity Private Note,Activity Gear,Filename,Athlete Weight,Bike Weight,Elapsed Time,Moving Time,Distance,Max Speed,Average Speed,Elevation Gain";

    public static byte[] Strava() => Strava(
        Header,
        "100,\"May 6, 2024, 6:00:00 AM\",Vest 7 kg,Run,\"easy, \"\"really\"\"\nsecond line\",700,\"4,73\",170,20,false,slept badly,Shoe 1,activities/900.fit.gz,74.0,,650.0,600.0,1800.0,4,3,12.0",
        "101,\"May 8, 2024, 5:30:00 PM\",Typed in,Run,,1800,5.0,,,false,,,,74.0,,1800.0,1800.0,5000.0,,,");

    public static byte[] Strava(params string[] lines) => ScratchFolder.Zip(
        ("activities.csv", Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n")),
        ("activities/900.fit.gz", ScratchFolder.Gzip(FitFixtures.Run())),
        ("media/1.jpg", [1, 2, 3]),
        ("profile.csv", "a,b"u8.ToArray()));

    public static byte[] Garmin(string? json = null) => ScratchFolder.Zip(
        ("DI_CONNECT/DI-Connect-Fitness/me_0_summarizedActivities.json", Encoding.UTF8.GetBytes(json ?? GarminJson)),
        ("DI_CONNECT/DI-Connect-Uploaded-Files/UploadedFiles_0-_Part1.zip", ScratchFolder.Zip(
            ("me_1.fit", FitFixtures.Run()), ("me_2.fit", FitFixtures.Open(fileType: 32).ToArray()), ("me_3.fit", FitFixtures.Run(FitFixtures.Start + 500000)))));

    // 6 May 2024, 06:00:00 UTC is 1714975200000.
    public const string GarminJson =
        """
        [{"summarizedActivitiesExport":[
        {"activityId":11,"name":"Ruck it","description":"hills","activityType":"running","beginTimestamp":1.7149752E12,"startTimeGmt":1714975200000,"startTimeLocal":1714982400000,"distance":180000.0,"duration":599500.0,
         "elapsedDuration":600250.0,"movingDuration":590000.0,"avgSpeed":0.3,"avgHr":151,"avgRunCadence":85,"beginPackWeight":9071.85,"parent":false,"splits":[{"distance":1.0,"name":"inner"}],"eventTypeId":9},
        {"activityId":12,"name":"Watch without a file","activityType":"rucking","beginTimestamp":1715000000000,"startTimeLocal":1715007200000,"distance":500000.0,"duration":3600000.0,"elapsedDuration":3700000.0,"avgRunCadence":60,"beginPackWeight":0.0},
        {"activityId":13,"name":"Triathlon","activityType":"multi_sport","beginTimestamp":1715100000000,"parent":true}
        ]}]
        """;
}
