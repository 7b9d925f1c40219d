using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace WeightedRun.Worker.Web.Frame;

/// <summary>A page from its component and what it shows.</summary>
internal static class Show
{
    public static RazorComponentResult<TPage> Page<TPage>(object view, int status = StatusCodes.Status200OK)
        where TPage : IComponent => new(new Dictionary<string, object?> { ["View"] = view }) { StatusCode = status };
}
