using System.Text;
using System.Text.Encodings.Web;
using WeightedRun.Sandbox.Strava.World;

namespace WeightedRun.Sandbox.Strava.OAuth;

/// <summary>The page on which somebody, as one of the athletes, says yes, partly, or no.</summary>
internal static class ConsentPage
{
    // A list to choose from; above that the number is typed in.
    private const int MaxListed = 50;

    private static readonly Dictionary<string, string> Meanings = new()
    {
        [Scopes.Read] = "View your public profile",
        ["read_all"] = "View your private routes, segments and events",
        [Scopes.ReadAllProfile] = "View your complete profile, with weight, zones and gear",
        ["profile:write"] = "Change your weight and favourite segments",
        [Scopes.ReadActivities] = "View your activities that you share with everyone or followers",
        [Scopes.ReadAllActivities] = "View your private activities too",
        ["activity:write"] = "Upload activities and edit them",
    };

    public static string Render(AuthorizationRequest request, StravaWorld world, string queryString, AthleteId? likely)
    {
        var page = new StringBuilder();
        page.Append("""
            <!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Authorize (stand-in)</title>
            <style>body{font:16px/1.5 sans-serif;max-width:34rem;margin:3rem auto;padding:0 1rem}label{display:block;margin:.4rem 0}button{font:inherit;padding:.5rem 1.5rem;margin-right:.5rem}</style></head><body>
            <h1>Let an application see your training?</h1><p>This is a stand-in: no real account is asked for.</p>
            """);
        page.Append(System.Globalization.CultureInfo.InvariantCulture, $"<p>Application {request.App.Id} asks:</p><form method=\"post\" action=\"/oauth/accept_application{Encode(queryString)}\">");
        AppendAthletes(page, world, likely);
        foreach (var scope in request.Scopes.Granted)
            page.Append(System.Globalization.CultureInfo.InvariantCulture, $"<label><input type=\"checkbox\" name=\"granted\" value=\"{scope}\" checked> {Meanings[scope]} <small>({scope})</small></label>");

        page.Append("""<p><button name="decision" value="approve">Authorize</button><button name="decision" value="deny">Cancel</button></p></form></body></html>""");
        return page.ToString();
    }

    private static void AppendAthletes(StringBuilder page, StravaWorld world, AthleteId? likely)
    {
        if (world.AthleteCount > MaxListed)
        {
            page.Append(System.Globalization.CultureInfo.InvariantCulture, $"<label>You are athlete number <input name=\"athlete\" inputmode=\"numeric\" required value=\"{likely}\"></label>");
            return;
        }

        page.Append("<label>You are <select name=\"athlete\">");
        foreach (var athlete in world.Athletes)
        {
            var selected = athlete.Id == likely ? " selected" : "";
            page.Append(System.Globalization.CultureInfo.InvariantCulture, $"<option value=\"{athlete.Id}\"{selected}>{Encode($"{athlete.FirstName} {athlete.LastName}")}</option>");
        }

        page.Append("</select></label>");
    }

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
