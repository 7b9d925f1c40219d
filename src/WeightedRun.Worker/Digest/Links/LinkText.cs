namespace WeightedRun.Worker.Digest.Links;

/// <summary>What the page behind a link says (public only because Razor components are).</summary>
public sealed record LinkText(string Heading, IReadOnlyList<string> Lines, params IReadOnlyList<LinkButton> Buttons)
{
    /// <summary>The equipment that a runner can choose.</summary>
    public static IReadOnlyList<(string Value, string Word)> Kinds { get; } =
    [
        ("vest", "a weight vest"), ("plate_carrier", "a plate carrier"), ("backpack", "a backpack"), ("weight_belt", "a weight belt"), ("sandbag", "a sandbag"),
        ("ankle_weights", "ankle weights (both together)"), ("wrist_weights", "wrist weights (both together)"), ("hand_weights", "dumbbells (both together)"), ("other", "something else"),
    ];

    internal static LinkText Stale { get; } = new("This link has run out", ["Nothing was changed. The newest digest has fresh links; in your settings you can do the same."]);

    internal static LinkText NotThisBrowser { get; } = new("Please press the button again", ["The page was too old, or this browser keeps no cookies. Open the link in the mail once more; nothing was changed."]);
}

/// <summary>One button: what it says, what pressing it answers, where it goes (the page itself when empty).</summary>
public sealed record LinkButton(string Word, string Answer, bool AsksForLoad = false, string Action = "");
