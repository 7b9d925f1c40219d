using WeightedRun.Worker.Digest;

namespace WeightedRun.Worker.Tests.Digest;

/// <summary>Every variant as a file beside the tests, for what looks at files: <c>html-validate</c>, a browser, a person.</summary>
internal static class DigestFiles
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "digests");

    public static async Task WriteAsync(CancellationToken cancellation)
    {
        Directory.CreateDirectory(Folder);
        foreach (var (variant, reader) in DigestVariants.All().Select(row => row.Data))
        {
            var digest = DigestVariants.Compose(variant, reader);
            await File.WriteAllTextAsync(Path.Combine(Folder, $"{variant}.{reader}.html"), await DigestHtml.RenderAsync(digest), cancellation);
            await File.WriteAllTextAsync(Path.Combine(Folder, $"{variant}.{reader}.txt"), DigestText.Render(digest), cancellation);
        }
    }
}
