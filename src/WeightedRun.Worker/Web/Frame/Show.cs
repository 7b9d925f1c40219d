using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace WeightedRun.Worker.Web.Frame;

/// <summary>A page from its component and what it shows.</summary>
internal static class Show
{
    public static RazorComponentResult<TPage> Page<TPage>(object view, int status = StatusCodes.Status200OK)
        where TPage : IComponent => new(new Dictionary<string, object?> { ["View"] = view }) { StatusCode = status };

    /// <summary>Only to a page of ours: whatever else a link or a form asks for ends at <paramref name="otherwise"/>.</summary>
    public static IResult Redirect(string? path, string otherwise) =>
        Results.LocalRedirect(path is ['/', not ('/' or '\\'), ..] or "/" && !path.Any(char.IsControl) && !path.Contains('\\', StringComparison.Ordinal) ? $"~{path}" : $"~{otherwise}");
}
