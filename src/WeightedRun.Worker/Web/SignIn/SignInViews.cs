namespace WeightedRun.Worker.Web.SignIn;

/// <summary>Asks for an address.</summary>
public sealed record SignInView(string? Fault);

/// <summary>One button, for whoever followed a link in a mail.</summary>
public sealed record UseLinkView(string Action, string Button);
