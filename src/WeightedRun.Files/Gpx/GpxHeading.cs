using WeightedRun.Files.Xml;

namespace WeightedRun.Files.Gpx;

/// <summary>What a GPX file says of itself: in <c>metadata</c>, and in GPX 1.0 at the top. It names the activity where its only track has no name.</summary>
internal sealed class GpxHeading
{
    private bool _isInMetadata;
    private string? _name;
    private string? _description;

    public void Read(XmlSource xml)
    {
        if (xml.Depth == 1)
            _isInMetadata = xml.Name == "metadata";

        // Deeper names are those of authors, places and routes.
        if (xml.Depth > (_isInMetadata ? 2 : 1))
            return;

        if (xml.Name == "name")
            _name ??= xml.Text();
        else if (xml.Name == "desc")
            _description ??= xml.Text();
    }

    public RecordedActivity Name(RecordedActivity activity) => activity with { Title = activity.Title ?? _name, Description = activity.Description ?? _description };
}
