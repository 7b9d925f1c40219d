using System.Diagnostics;
using System.Globalization;
using WeightedRun.Files.Fit;

namespace WeightedRun.Benchmarks;

/// <summary>Decodes every FIT file of a folder, again and again, and prints the milliseconds of each round as JSON; the first rounds warm up.</summary>
internal static class FitDecoding
{
    public static void Measure(string folder, int rounds)
    {
        var files = Directory.GetFiles(folder, "*.fit").Order(StringComparer.Ordinal).Select(File.ReadAllBytes).ToList();
        var times = new List<double>();
        for (var round = 0; round < rounds; round++)
        {
            var clock = Stopwatch.GetTimestamp();
            foreach (var file in files)
                FitReader.Read(new MemoryStream(file), "a.fit");

            times.Add(Stopwatch.GetElapsedTime(clock).TotalMilliseconds);
        }

        Console.WriteLine($"{{\"files\":{files.Count},\"ms\":[{string.Join(',', times.Select(time => time.ToString("F2", CultureInfo.InvariantCulture)))}]}}");
    }
}
