using System.Globalization;
using WeightedRun.Analysis.Loads;
using WeightedRun.Analysis.Units;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Digest.Links;

/// <summary>What came back from the page behind a run's link.</summary>
internal static class RunForm
{
    // More than anybody runs with; beyond it is a typing error or the other unit.
    private const double HeaviestKg = 100;

    /// <summary>The answer that the form gives; false with the sentence that says what is wrong with it.</summary>
    public static bool TryRead(IFormCollection form, out RunnerAnswer? answer, out string? problem)
    {
        (answer, problem) = (null, null);
        switch (form["answer"].ToString())
        {
            case "never":
                return true;
            case "no":
                answer = RunnerAnswer.No;
                return true;
            case "yes":
                answer = new RunnerAnswer(true, []);
                return true;
            case "load":
                return TryReadLoad(form, out answer, out problem);
            default:
                problem = "No button was pressed.";
                return false;
        }
    }

    private static bool TryReadLoad(IFormCollection form, out RunnerAnswer? answer, out string? problem)
    {
        (answer, problem) = (null, null);
        var kind = StoredName.Parse<EquipmentKind>(form["kind"].ToString());
        var text = form["mass"].ToString().Trim();
        if (text.Length == 0)
        {
            answer = new RunnerAnswer(true, [new CarriedPiece(kind, null)]);
            return true;
        }

        if (!double.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            problem = "The weight is no number. Write it like 8 or 8.5.";
            return false;
        }

        var mass = form["unit"] == "lb" ? Mass.FromPounds(number) : Mass.FromKilograms(number);
        if (mass.Kilograms is <= 0 or > HeaviestKg)
        {
            problem = $"The weight must be more than 0 and at most {HeaviestKg} kg. Check the number and its unit.";
            return false;
        }

        answer = new RunnerAnswer(true, [new CarriedPiece(kind, mass)]);
        return true;
    }
}
