namespace WeightedRun.Sandbox.Demo.Cast;

/// <summary>
/// The dozen. Each rule fires for somebody, one does everything right, and every shape of the digest occurs in one of the two weeks.
/// What each shows is told in <c>docs/demo.md</c>; a test asks the rules themselves.
/// </summary>
internal static class TheCast
{
    private static readonly SampleRunner[] Dozen =
    [
        AtEase.Paula, Overdoing.Otto, Overdoing.Jule, Overdoing.Hanno, Overdoing.Gitta, Overdoing.Rolf,
        Overdoing.Lea, Overdoing.Nora, Overdoing.Bruno, AtEase.Quirin, AtEase.Willa, AtEase.Greta,
    ];

    public static int Size => Dozen.Length;

    /// <summary>As many as one likes: after the dozen they come again, with a number.</summary>
    public static IReadOnlyList<SampleRunner> Of(int runners) =>
        [.. Enumerable.Range(0, runners).Select(number => Again(Dozen[number % Dozen.Length], (number / Dozen.Length) + 1))];

    private static SampleRunner Again(SampleRunner runner, int time) => time == 1 ? runner : runner with { Name = $"{runner.Name} {time}" };
}
