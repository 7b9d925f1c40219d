using System.Security.Cryptography;
using System.Text;
using WeightedRun.Worker.Digest;

namespace WeightedRun.Worker.Web.Frame;

/// <summary>The one stylesheet of all pages, with the looks of the digest that the week's report brings. Its address changes with its content, so that browsers may keep it for ever.</summary>
internal static class Stylesheet
{
    private static readonly byte[] Css = Read();

    public static string Href { get; } = $"style.css?v={Convert.ToHexStringLower(SHA256.HashData(Css).AsSpan(0, 6))}";

    public static void Map(IEndpointRouteBuilder pages) => pages.MapGet("/style.css", (HttpContext context) =>
    {
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(Css, "text/css; charset=utf-8");
    });

    private static byte[] Read()
    {
        using var stream = typeof(Stylesheet).Assembly.GetManifestResourceStream("style.css")!;
        var css = new byte[stream.Length];
        stream.ReadExactly(css);
        return [.. css, .. Encoding.UTF8.GetBytes(DigestStyle.Stylesheet)];
    }
}
