namespace WeightedRun.Worker.Settings;

/// <summary>Some settings cannot be used; the message is one for people, a line for each.</summary>
internal sealed class WrongSettingsException(IEnumerable<WrongSetting> wrong) : Exception(string.Join(Environment.NewLine, wrong));
