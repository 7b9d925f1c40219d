using Microsoft.AspNetCore.Http.HttpResults;
using WeightedRun.Worker.Web.Frame;

namespace WeightedRun.Worker.Providers.Strava;

/// <summary>What a runner reads on his way to Strava and back. Plain words, no script; every text is encoded.</summary>
internal static class StravaPages
{
    public static IResult NotConfigured() => Page(StatusCodes.Status503ServiceUnavailable, "Strava is not set up here",
        "The operator of this installation has not entered a Strava application yet. You can still import your own files.");

    public static IResult Denied() => Page(StatusCodes.Status200OK, "Nothing was connected", "You did not allow access at Strava, so nothing was read and nothing is stored.", again: true);

    public static IResult StaleState() => Page(StatusCodes.Status400BadRequest, "This link has run out",
        "The way back from Strava did not belong to a connection that was begun in this browser within the last ten minutes. Nothing was connected.", again: true);

    public static IResult CannotSeeRuns() => Page(StatusCodes.Status200OK, "Your runs are not visible",
        "Strava asked you what to share, and “View data about your activities” was not ticked. Without it there is nothing to check, so nothing was connected.", again: true);

    public static IResult OtherAccount() => Page(StatusCodes.Status409Conflict, "You are connected to another Strava account", "Disconnect that one first, then connect this one.");

    public static IResult AthleteCap() => Page(StatusCodes.Status403Forbidden, "This installation has no place left",
        "Strava limits how many athletes an application may have: one for a new application, ten after its owner raises it himself in his Strava API settings. Please tell the operator. Your Strava account is fine.");

    public static IResult InactiveApplication() => Page(StatusCodes.Status503ServiceUnavailable, "Strava has switched this application off",
        "The operator's Strava application is inactive, most likely because his own Strava subscription has ended. Please tell him. Your Strava account is fine.");

    public static IResult WrongCredentials() => Page(StatusCodes.Status503ServiceUnavailable, "Strava does not know this application",
        "The client id or the client secret that the operator entered is wrong. Please tell him. Your Strava account is fine.");

    public static IResult NoAnswer() => Page(StatusCodes.Status502BadGateway, "Strava did not answer", "Nothing was connected. Please try again in a few minutes.", again: true);

    /// <summary>How far the history is read, and what is missing from it for want of a scope.</summary>
    public static IReadOnlyList<string> Progress(BackfillProgress? progress, IReadOnlyList<string> scopes)
    {
        var lines = new List<string>();
        if (!scopes.Contains("activity:read_all"))
            lines.Add("You did not share the runs that only you can see. Those are not counted, so a weighted run among them is missed.");

        if (!scopes.Contains("profile:read_all"))
            lines.Add("You did not share your profile, so your body weight is not known from there; you can enter it yourself.");

        lines.Add(progress is null ? "Your history is about to be read." : progress.State switch
        {
            "done" => $"Your history is read: {progress.ActivitiesRead} activities, {progress.Runs} of them runs.",
            "parked" => "Reading your history stopped; it is tried again by itself within a day.",
            _ => $"Reading your history: {progress.ActivitiesRead} activities so far; the descriptions of {progress.RunsInFull} of {progress.Runs} runs.",
        });
        return lines;
    }

    private static RazorComponentResult<MessagePage> Page(int status, string heading, string text, bool again = false) =>
        Show.Page<MessagePage>(new MessageView(heading, [text], again ? new PageLink("connect/strava?ask=again", "Ask Strava again") : null), status);
}
