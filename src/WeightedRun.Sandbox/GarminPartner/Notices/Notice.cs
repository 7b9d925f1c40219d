using System.Text.Json.Nodes;

namespace WeightedRun.Sandbox.GarminPartner.Notices;

/// <summary>Push sends the data itself, ping the address of it.</summary>
internal enum NoticeMode
{
    Push,
    Ping,
}

/// <summary>Where notices of one kind go, as the partner set it on Garmin's page.</summary>
internal sealed record NoticeEndpoint(Uri Url, NoticeMode Mode = NoticeMode.Push, bool IsEnabled = true, bool IsOnHold = false);

/// <summary>One item of a list, such as one summary under <c>activities</c>.</summary>
internal sealed record Notice(string Kind, JsonObject Item);

/// <summary>How notices travel. Garmin waits half a minute and tries again with growing waits for as long as it can.</summary>
internal sealed record NoticeDelivery
{
    public TimeSpan AnswerWithin { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Doubled with each failure.</summary>
    public TimeSpan RetryAfter { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>So many items are gathered in one body, of whichever users.</summary>
    public int ItemsPerBody { get; init; } = 100;

    /// <summary>Each body is posted so often.</summary>
    public int Copies { get; init; } = 1;
}
