namespace WeightedRun.Analysis.Loads;

/// <summary>Who or what said that weight was carried, in order of authority: the first outranks the last.</summary>
public enum LoadSource
{
    /// <summary>The runner's own answer. Sticky.</summary>
    Runner,

    /// <summary>The pack mass that the runner entered on the device.</summary>
    Device,

    /// <summary>A documented hashtag, such as <c>#vest10kg</c>.</summary>
    Hashtag,

    /// <summary>Gear that the runner once mapped to a load.</summary>
    Gear,

    /// <summary>The title.</summary>
    Title,

    /// <summary>The description.</summary>
    Description,

    /// <summary>The private note.</summary>
    PrivateNote,

    /// <summary>The sport itself: a ruck.</summary>
    Sport,
}
