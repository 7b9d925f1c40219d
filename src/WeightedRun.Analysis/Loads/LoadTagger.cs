using System.Globalization;
using System.Text.RegularExpressions;
using WeightedRun.Analysis.Runs;
using WeightedRun.Analysis.Units;

namespace WeightedRun.Analysis.Loads;

/// <summary>
/// Decides whether an activity was done with weight, from explicit words alone: a device's pack mass, a documented hashtag
/// (<c>#vest10kg</c>, <c>#ruck20lb</c>, <c>#weighted</c>, <c>#unweighted</c>), or equipment named in a text. A false tag makes a wrong warning,
/// so a word that is ordinary clothing or luggage (vest, pack, Rucksack) counts only with a load in the same clause. Never guesses.
/// </summary>
public static partial class LoadTagger
{
    // Lighter is a house key, heavier is a typing error: nobody runs with more than a hundredweight.
    private const double MinKilograms = 0.2;
    private const double MaxKilograms = 50;

    // Long enough for any title and description; a text must never cost more than a blink.
    private const int TimeoutMilliseconds = 250;

    /// <summary>What was carried, with the words that say so; null when nothing says so.</summary>
    public static CarriedLoad? Tag(TaggerInput input)
    {
        if (!input.Sport.IsOnFoot())
            return null;

        (LoadSource Source, string? Text)[] texts = [(LoadSource.Title, input.Title), (LoadSource.Description, input.Description), (LoadSource.PrivateNote, input.PrivateNote)];
        try
        {
            if (texts.Any(text => text.Text is not null && Unweighted().IsMatch(text.Text)))
                return null;

            return FromDevice(input)
                ?? texts.Select(text => FromHashtag(text.Text)).FirstOrDefault(load => load is not null)
                ?? texts.Select(text => FromWords(text.Source, text.Text)).FirstOrDefault(load => load is not null)
                ?? FromSport(input);
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    private static CarriedLoad? FromDevice(TaggerInput input) => input.DevicePackMass is { Kilograms: > 0 } mass
        ? new CarriedLoad { Source = LoadSource.Device, Pieces = [new CarriedPiece(EquipmentKind.Backpack, mass)], Evidence = string.Create(CultureInfo.InvariantCulture, $"pack mass {mass.Kilograms:0.##} kg") }
        : null;

    private static CarriedLoad? FromSport(TaggerInput input) => input.Sport == Sport.Ruck
        ? new CarriedLoad { Source = LoadSource.Sport, Pieces = [new CarriedPiece(EquipmentKind.Backpack, null)], Evidence = "ruck" }
        : null;

    private static CarriedLoad? FromHashtag(string? text)
    {
        if (text is null || Hashtag().Match(text) is not { Success: true } tag)
            return null;

        var kind = tag.Groups["kind"].Value.ToUpperInvariant() switch
        {
            "VEST" => EquipmentKind.Vest,
            "RUCK" or "PACK" => EquipmentKind.Backpack,
            _ => EquipmentKind.Unknown,
        };
        return new CarriedLoad { Source = LoadSource.Hashtag, Pieces = [new CarriedPiece(kind, MassOf(tag) ?? LoadIn(text))], Evidence = tag.Value };
    }

    private static CarriedLoad? FromWords(LoadSource source, string? text)
    {
        foreach (var clause in Clauses().Split(text ?? ""))
        {
            if (Negation().IsMatch(clause) || KindIn(clause) is not { } kind)
                continue;

            var load = LoadIn(clause);
            if (load is null && SoftWords().IsMatch(clause) && !SureWords().IsMatch(clause))
                continue;

            return new CarriedLoad { Source = source, Pieces = [new CarriedPiece(kind, load)], Evidence = clause.Trim() };
        }

        return null;
    }

    private static EquipmentKind? KindIn(string clause)
    {
        var word = SureWords().Match(clause);
        if (!word.Success)
            word = SoftWords().Match(clause);

        if (!word.Success)
            return null;

        return word.Groups["vest"].Success ? EquipmentKind.Vest
            : word.Groups["pack"].Success ? EquipmentKind.Backpack
            : word.Groups["ankle"].Success ? EquipmentKind.AnkleWeights
            : EquipmentKind.HandWeights;
    }

    private static Mass? LoadIn(string clause) => Load().Match(clause) is { Success: true } load ? MassOf(load) : null;

    private static Mass? MassOf(Match match)
    {
        if (!double.TryParse(match.Groups["number"].Value.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return null;

        var mass = match.Groups["unit"].Value.StartsWith("k", StringComparison.OrdinalIgnoreCase) ? Mass.FromKilograms(number) : Mass.FromPounds(number);
        return mass.Kilograms is >= MinKilograms and <= MaxKilograms ? mass : null;
    }

    [GeneratedRegex(@"(?<![\w#])#unweighted\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeoutMilliseconds)]
    private static partial Regex Unweighted();

    [GeneratedRegex(@"(?<![\w#])#(?<kind>vest|ruck|pack|weighted)(?:(?<number>\d{1,3}(?:[.,]\d{1,2})?)(?<unit>kg|lbs?))?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeoutMilliseconds)]
    private static partial Regex Hashtag();

    [GeneratedRegex(@"(?<![\w.,#/])(?<number>\d{1,3}(?:[.,]\d{1,2})?)[ -]?(?<unit>kgs?|kilos?|lbs?|pounds?|pounder)\b(?!/)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeoutMilliseconds)]
    private static partial Regex Load();

    // Said of nothing but weight, in the seven languages of the product.
    [GeneratedRegex(@"\b(?:(?<vest>weight(?:ed)?[ -]?vest|gewichts?weste|bleiweste|chaleco lastrado|chaleco de peso|gilet lest[ée]|giubbotto zavorrato|colete lastrado|gewichtsvest)|(?<pack>ruck(?:ed|ing)|weighted (?:back)?pack)|(?<ankle>ankle weights?|fu(?:ß|ss)gewichte|tobilleras lastradas|cavigliere|caneleiras|enkelgewichten)|(?<hand>dumb-?bells?|hanteln?|mancuernas|haltères|manubri))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeoutMilliseconds)]
    private static partial Regex SureWords();

    // Clothing and luggage, unless a load stands beside it.
    [GeneratedRegex(@"\b(?:(?<vest>vest|weste|chaleco|gilet|giubbotto|colete)|(?<pack>ruck(?:sack)?|backpack|pack|mochila|sac à dos|zaino|rugzak))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeoutMilliseconds)]
    private static partial Regex SoftWords();

    [GeneratedRegex(@"\b(?:no|not|without|w/o|forgot|ohne|kein|keine|vergessen|sin|sans|senza|sem|zonder|yesterday|tomorrow|next)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeoutMilliseconds)]
    private static partial Regex Negation();

    // A comma between digits is a decimal sign; a point between digits too.
    [GeneratedRegex(@"[;|\r\n]|,(?!\d)|\.(?!\d)| [-–—] ", RegexOptions.CultureInvariant, TimeoutMilliseconds)]
    private static partial Regex Clauses();
}
