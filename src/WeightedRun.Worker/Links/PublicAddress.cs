using Microsoft.Extensions.Options;

namespace WeightedRun.Worker.Links;

/// <summary>Where the product is for somebody who reads a mail.</summary>
internal sealed class PublicAddress(IOptions<LinkOptions> options, IConfiguration configuration)
{
    private readonly Uri _base = new($"{(options.Value.PublicUrl?.ToString() ?? configuration["Strava:PublicUrl"] switch
    {
        { Length: > 0 } strava => strava,
        _ => options.Value.LocalUrl.ToString(),
    }).TrimEnd('/')}/");

    /// <summary>A page's address, given its path without a slash in front.</summary>
    public Uri Of(string path) => new(_base, path);
}
