namespace WeightedRun.Analysis.Loads;

/// <summary>
/// Words that decided something. <paramref name="Start"/> and <paramref name="Length"/> are UTF-16 positions in the text as the runner wrote it;
/// what has no text of its own (device, sport, the runner's word) has the value as text and length 0.
/// </summary>
/// <param name="Field">Where it stands.</param>
/// <param name="Start">First character.</param>
/// <param name="Length">Number of characters.</param>
/// <param name="Text">The words, exactly as written. Hostile text: encode it wherever it is shown.</param>
/// <param name="Rule">The rule, a stable kebab-case name, such as <c>specific-equipment+load</c> or <c>negated</c>.</param>
public sealed record TagEvidence(TagField Field, int Start, int Length, string Text, string Rule);
