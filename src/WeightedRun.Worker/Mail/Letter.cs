namespace WeightedRun.Worker.Mail;

/// <summary>One mail of its own: a confirmation, a sign-in link, a receipt, a notice. The digest has its own way.</summary>
internal sealed record Letter
{
    public required EmailAddress To { get; init; }

    /// <summary>What sort of mail it is, such as <c>address-confirmation</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>What this one is about, such as a runner's number and a day. The same kind and key have the same Message-ID: mail programs show them once.</summary>
    public required string Key { get; init; }

    public required string Subject { get; init; }

    public required string Text { get; init; }

    /// <summary>The same as a page; most letters need none.</summary>
    public string? Html { get; init; }
}
