using System.Globalization;
using System.IO.Compression;
using System.Text;
using WeightedRun.Files.Tests.Fit;
using WeightedRun.Files.Tests.Fixtures;

namespace WeightedRun.Benchmarks;

/// <summary>Writes a made-up Strava export: 90 % FIT of 3,000 records, 8 % GPX of 3,000 points, 2 % typed in by hand; all packed as Strava packs them.</summary>
internal static class StravaExportGenerator
{
    private const int Points = 3000;

    public static void Write(string file, int activities)
    {
        using var zip = new ZipArchive(File.Create(file), ZipArchiveMode.Create);
        var table = new StringBuilder(ExportFixtures.Header).Append('\n');
        var gpx = ScratchFolder.Gzip(Encoding.UTF8.GetBytes(TrackFixtures.Gpx(Points)));
        for (var i = 0; i < activities; i++)
        {
            var start = FitFixtures.Start + ((uint)i * 86400);
            var name = (i % 50) switch { 49 => "", >= 45 => $"activities/{i}.gpx.gz", _ => $"activities/{i}.fit.gz" };
            var title = i % 4 == 0 ? "Vest 7 kg" : "Morning Run";
            table.Append(CultureInfo.InvariantCulture, $"{i},\"{DateTime.UnixEpoch.AddSeconds(start + 631065600L):MMM d, yyyy, h:mm:ss tt}\",{title},Run,,3000,9.0,170,20,false,,Shoe 1,{name},70.0,,3000.0,3000.0,9000.0,4,3,12.0\n");
            if (name.Length == 0)
                continue;

            using var member = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
            member.Write(name.EndsWith("gpx.gz", StringComparison.Ordinal) ? gpx : ScratchFolder.Gzip(FitFixtures.Run(start, Points)));
        }

        using var last = zip.CreateEntry("activities.csv").Open();
        last.Write(Encoding.UTF8.GetBytes(table.ToString()));
    }
}
