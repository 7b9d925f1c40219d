namespace WeightedRun.Worker.Settings;

/// <summary>
/// One section of the settings, <c>Section__Name=value</c> in the environment; its property's own value stands where nothing is set. What a value may be
/// is said by the property's type and its <see cref="System.ComponentModel.DataAnnotations.RangeAttribute"/>, and by <see cref="FindWrong"/> what these cannot say.
/// </summary>
internal interface ISettings
{
    static abstract string Section { get; }

    /// <summary>What is wrong among values that could be read and lie within their ranges: texts, and settings that do not go together.</summary>
    IEnumerable<WrongSetting> FindWrong();
}
