using System.Globalization;
using System.Text;

namespace WeightedRun.Worker.Digest;

/// <summary>
/// Every look of the digest, once: written into the elements of a mail, because mail programs drop what stands elsewhere, and into the
/// stylesheet of a page. One column, system fonts, light and dark.
/// </summary>
internal static class DigestStyle
{
    private const string Font = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
    private const string Cell = "padding:6px 0 6px 8px;text-align:right;vertical-align:top;border-bottom:1px solid $line";
    private const string LeftCell = "padding:6px 0;text-align:left;vertical-align:top;border-bottom:1px solid $line";
    private const string Small = "font-size:14px;color:$quiet";
    private const string Regular = "font-weight:normal";
    private const int BarSteps = 10;

    public static IReadOnlyDictionary<string, string> Light { get; } = new Dictionary<string, string>
    {
        ["paper"] = "#fdfdfb",
        ["ink"] = "#1b1f23",
        ["quiet"] = "#57606a",
        ["line"] = "#d8dbde",
        ["accent"] = "#0b6e69",
        ["good"] = "#1b7f4b",
        ["note"] = "#375a8c",
        ["watch"] = "#8a5a00",
        ["stop"] = "#b3261e",
    };

    public static IReadOnlyDictionary<string, string> Dark { get; } = new Dictionary<string, string>
    {
        ["paper"] = "#16181b",
        ["ink"] = "#e8eaed",
        ["quiet"] = "#a5adb6",
        ["line"] = "#33383d",
        ["accent"] = "#5cc8c2",
        ["good"] = "#6fd3a0",
        ["note"] = "#9dbcf0",
        ["watch"] = "#f0b955",
        ["stop"] = "#ff9a90",
    };

    /// <summary>What each class looks like; a dollar sign stands before the name of a colour.</summary>
    public static IReadOnlyDictionary<string, string> Looks { get; } = WithTonesAndBars(new Dictionary<string, string>
    {
        ["body"] = "margin:0;padding:0;background-color:$paper;color:$ink",
        ["page"] = $"max-width:600px;margin:0 auto;padding:24px 16px;box-sizing:border-box;background-color:$paper;color:$ink;font-size:16px;line-height:1.5;{Font}",
        ["hidden"] = "display:none;max-height:0;max-width:0;overflow:hidden",
        ["title"] = "font-size:22px;line-height:1.3;font-weight:600;margin:4px 0 20px",
        ["heading"] = "font-size:16px;line-height:1.5;font-weight:600;margin:24px 0 4px",
        ["text"] = "margin:0 0 4px",
        ["quiet"] = $"margin:0 0 4px;{Small}",
        ["small"] = Small,
        ["list"] = "margin:0;padding:0 0 0 20px",
        ["link"] = "color:$accent;text-decoration:underline",
        ["brand"] = "color:$accent;text-decoration:underline;font-weight:bold",
        ["button"] = "display:inline-block;margin:8px 0 4px;padding:10px 20px;border-radius:6px;background-color:$accent;color:$paper;font-weight:600;text-decoration:none",
        ["answer"] = "display:inline-block;margin:4px 8px 4px 0;padding:6px 16px;border:1px solid $accent;border-radius:6px;color:$accent;text-decoration:none",
        ["table"] = "border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums",
        ["caption"] = "font-size:16px;line-height:1.5;font-weight:600;text-align:left;margin:0;padding:24px 0 4px",
        ["head"] = $"{Cell};{Regular};{Small}",
        ["left-head"] = $"{LeftCell};{Regular};{Small}",
        ["number"] = Cell,
        ["label"] = $"{LeftCell};{Regular}",
        ["day"] = $"{LeftCell};{Regular};white-space:nowrap",
        ["words-head"] = $"{LeftCell};{Regular};{Small};padding-left:12px",
        ["words"] = $"{LeftCell};padding-left:12px;overflow-wrap:anywhere;word-break:break-word",
        ["bar-cell"] = $"{LeftCell};padding-left:8px;padding-right:4px;width:34%",
        ["bar"] = "border-collapse:collapse;width:100%;margin:6px 0 0;font-size:8px;line-height:12px",
        ["dots"] = "color:$accent;letter-spacing:1px",
        ["footer"] = "margin:24px 0 0;padding:12px 0 0;border-top:1px solid $line",
    });

    /// <summary>The stylesheet of a page: every class, and what changes in the dark. Marked important, because in a mail it has to outdo the elements' own style.</summary>
    public static string Stylesheet { get; } = MakeStylesheet(isForMail: false);

    /// <summary>A mail's own style element: what its elements cannot say themselves.</summary>
    public static string MailStylesheet { get; } = MakeStylesheet(isForMail: true);

    public static string With(string look, IReadOnlyDictionary<string, string> colours)
    {
        foreach (var (name, value) in colours)
            look = look.Replace($"${name}", value, StringComparison.Ordinal);

        return look;
    }

    /// <summary>The look of a bar of so many percent of the longest one: something is never drawn as nothing.</summary>
    public static string? BarOf(int percent) => percent == 0 ? null : $"on-{Math.Max(1, (int)Math.Round(percent * BarSteps / 100.0))}";

    private static Dictionary<string, string> WithTonesAndBars(Dictionary<string, string> looks)
    {
        foreach (var tone in Enum.GetValues<DigestTone>())
        {
            looks[$"tone-{tone}"] = $"margin:0;font-size:16px;font-weight:600;color:${ColourOf(tone)}";
            looks[$"finding-{tone}"] = $"margin:16px 0 0;padding:0 0 0 12px;border-left:4px solid ${ColourOf(tone)}";
        }

        for (var step = 1; step <= BarSteps; step++)
            looks[$"on-{step}"] = $"width:{step * 100 / BarSteps}%;padding:0;background-color:$accent";

        return looks;
    }

    private static string ColourOf(DigestTone tone) => tone switch
    {
        DigestTone.Stop => "stop",
        DigestTone.Watch => "watch",
        DigestTone.Note => "note",
        DigestTone.Good => "good",
        _ => "quiet",
    };

    private static string MakeStylesheet(bool isForMail)
    {
        var sheet = new StringBuilder();
        foreach (var (name, look) in Looks.Where(_ => !isForMail))
            sheet.Append(CultureInfo.InvariantCulture, $".wr-{name}{{{With(look, Light)}}}\n");

        sheet.Append("@media (prefers-color-scheme:dark){\n");
        foreach (var (name, look) in Looks)
        {
            var coloured = look.Split(';').Where(declaration => declaration.Contains('$', StringComparison.Ordinal)).Select(declaration => With(declaration, Dark) + "!important").ToList();
            if (coloured.Count > 0)
                sheet.Append(CultureInfo.InvariantCulture, $".wr-{name}{{{string.Join(';', coloured)}}}\n");
        }

        // On a narrow telephone four columns of figures fit only when they are smaller.
        return sheet.Append("}\n@media (max-width:420px){.wr-number,.wr-head,.wr-label,.wr-left-head{font-size:13px!important}.wr-number,.wr-head{padding-left:6px!important}.wr-bar-cell{width:22%!important}}\n").ToString();
    }
}
