namespace WeightedRun.Analysis.Loads;

/// <summary>Where a piece of evidence stands.</summary>
public enum TagField
{
    /// <summary>The title.</summary>
    Title,

    /// <summary>The description.</summary>
    Description,

    /// <summary>The private note.</summary>
    PrivateNote,

    /// <summary>The gear's name.</summary>
    Gear,

    /// <summary>The sport itself.</summary>
    Sport,

    /// <summary>The pack mass from the device.</summary>
    Device,

    /// <summary>The runner's own answer or setting.</summary>
    Runner,
}
