namespace WeightedRun.Analysis.Loads.Lexicon;

/// <summary>What a phrase of the lexicon says. A phrase can say several things, in several languages.</summary>
[Flags]
internal enum Cue : ulong
{
    None = 0,

    /// <summary>Equipment that means weight by itself: weight vest, Bleiweste.</summary>
    Sure = 1UL << 0,

    /// <summary>Equipment that is also clothing, luggage or gym: vest, Rucksack, mancuernas.</summary>
    Soft = 1UL << 1,

    /// <summary>Clothing and drinking gear: counts with two kilograms or more beside it.</summary>
    Worn = 1UL << 2,

    /// <summary>Pushed or dragged: recorded, never load.</summary>
    Pushed = 1UL << 3,

    /// <summary>Weight without equipment: weighted, lesté, con lastre.</summary>
    Generic = 1UL << 4,

    /// <summary>Weight without equipment, and only when a load stands beside it: carrying, on my back.</summary>
    Carried = 1UL << 5,

    /// <summary>The workout that may be done with a vest.</summary>
    Murph = 1UL << 6,

    /// <summary>As prescribed: with the vest's 20 lb in a Murph.</summary>
    Rx = 1UL << 7,

    /// <summary>Looks like one of ours and is not: ice pack, training load.</summary>
    Idiom = 1UL << 8,

    /// <summary>Negates what follows: without, ohne, forgot.</summary>
    Negation = 1UL << 9,

    /// <summary>Negates what precedes: stayed at home, vergessen.</summary>
    LeftBehind = 1UL << 10,

    /// <summary>Looks like a cue and is none: no joke, after work.</summary>
    Harmless = 1UL << 11,

    /// <summary>Another day.</summary>
    OtherDay = 1UL << 12,

    /// <summary>A plan, a wish, a purchase, a prescription.</summary>
    Plan = 1UL << 13,

    /// <summary>Another person.</summary>
    OtherPerson = 1UL << 14,

    /// <summary>As if.</summary>
    Simile = 1UL << 15,

    /// <summary>Before or after something: what directly follows was not part of the run.</summary>
    BeforeAfter = 1UL << 16,

    /// <summary>Strength training: what is lifted there is not carried.</summary>
    Gym = 1UL << 17,

    /// <summary>The body's own mass.</summary>
    BodyMass = 1UL << 18,

    /// <summary>Has a mass and is not on the body: turkey, pizza.</summary>
    Thing = 1UL << 19,

    /// <summary>Makes a bare vest clothing: shorts, gloves, number.</summary>
    Clothes = 1UL << 20,

    /// <summary>To or from work.</summary>
    Commute = 1UL << 21,

    /// <summary>Only part of the run.</summary>
    Partly = 1UL << 22,

    /// <summary>With, wearing, carrying.</summary>
    With = 1UL << 23,

    /// <summary>Per piece: each, je, cada una, per ankle.</summary>
    Each = 1UL << 24,

    /// <summary>A pair of.</summary>
    Pair = 1UL << 25,

    /// <summary>Everything together: in total, insgesamt.</summary>
    Total = 1UL << 26,

    /// <summary>An increment: added.</summary>
    Added = 1UL << 27,

    /// <summary>From one load to another.</summary>
    UpTo = 1UL << 28,

    /// <summary>An earlier load: was, war.</summary>
    Formerly = 1UL << 29,

    /// <summary>This run after all: today, now, did.</summary>
    Now = 1UL << 30,

    /// <summary>Begins another clause: then, but.</summary>
    Then = 1UL << 31,

    /// <summary>One or the other.</summary>
    Or = 1UL << 32,

    /// <summary>Running, or a distance: what was done.</summary>
    Run = 1UL << 33,

    /// <summary>May stand between two words that belong together: my, the, extra.</summary>
    Filler = 1UL << 34,

    /// <summary>A unit of mass; the entry's value is kilograms.</summary>
    Unit = 1UL << 35,

    /// <summary>A number in words; the entry's value is the number.</summary>
    Number = 1UL << 36,

    /// <summary>Grams: only beside equipment.</summary>
    Gram = 1UL << 37,

    /// <summary>Instead of: what follows was not carried.</summary>
    Instead = 1UL << 38,

    /// <summary>Times: 2 x 1 kg.</summary>
    Times = 1UL << 39,

    /// <summary>Stands after a bare number that is then a distance, a time, a count.</summary>
    Measure = 1UL << 40,

    /// <summary>Equipment by a word that means many things: it needs a load beside it, and without one nothing is asked.</summary>
    Vague = 1UL << 41,

    /// <summary>Resistance by a word that means many things: it needs a <see cref="Drag"/> in its clause.</summary>
    Dragged = 1UL << 42,

    /// <summary>Pulling, dragging.</summary>
    Drag = 1UL << 43,

    /// <summary>New: bought rather than worn, unless a load or a "with" says otherwise.</summary>
    New = 1UL << 44,

    /// <summary>A word for weight that proves nothing: with a load it is a question.</summary>
    Extra = 1UL << 45,

    /// <summary>Carried by several people at once: the load is not one runner's.</summary>
    Shared = 1UL << 46,

    /// <summary>"weighs": a word of loads; what people weigh is beyond any load.</summary>
    Weighs = 1UL << 47,

    /// <summary>Later the same day, or another: at most a question.</summary>
    Later = 1UL << 48,

    /// <summary>Everything that can make a decision; a text without any is read no further.</summary>
    Anchor = Sure | Soft | Vague | Worn | Pushed | Dragged | Generic | Murph | Unit | Gram,

    /// <summary>Everything that can speak against a mention in its clause.</summary>
    Against = Negation | Instead | LeftBehind | OtherDay | Plan | OtherPerson | Simile | BeforeAfter | Gym | Later,

    /// <summary>Everything that names something on, behind or before the runner.</summary>
    Mention = Sure | Soft | Vague | Worn | Pushed | Dragged | Generic | Carried | Extra | Murph,
}
