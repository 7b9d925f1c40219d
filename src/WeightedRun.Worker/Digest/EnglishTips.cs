namespace WeightedRun.Worker.Digest;

/// <summary>The article's tips in English. No promise that no study keeps.</summary>
internal static class EnglishTips
{
    /// <exception cref="ArgumentException">The tip has no sentence.</exception>
    public static string Of(string code) => code switch
    {
        "equipment.backpack" => "Your backpack is fine; a vest sits steadier. Chest and waist straps help, and water counts as load: a litre is a kilogram.",
        "tip.stretch" => "After a weighted run take a minute or two more to stretch.",
        "tip.hydration" => "With weight you get thirsty sooner: take water along, and count it as load.",
        "tip.recovery" => "After a run with more than 10 % of your weight plan an easy day or a day off.",
        "tip.shoes" => "Shoes that suit you matter more with weight than without.",
        "tip.posture" => "Run tall: the weight should sit close and not pull you forward.",
        "tip.core" => "A steady trunk carries better: a few minutes of core work go well with weighted runs.",
        "tip.muscle" => "Weight works thighs and calves much as running uphill does. Arms it does not train.",
        "tip.strength" => "Strength training and weighted runs load the same muscles: give them different days.",
        "tip.no-pain-is-not-proof" => "No pain today is no proof: tendons and bones complain late. Keep the days off.",
        _ => throw new ArgumentException($"The tip {code} has no sentence.", nameof(code)),
    };
}
