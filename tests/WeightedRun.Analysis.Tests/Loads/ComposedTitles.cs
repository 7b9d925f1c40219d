namespace WeightedRun.Analysis.Tests.Loads;

/// <summary>Titles put together from parts, always the same ones: words of one language beside, before and behind each other as no labelled run has them.</summary>
internal static class ComposedTitles
{
    private static readonly (string Language, string[] Openings, string[] Equipment, string[] Loads, string[] Contexts)[] Languages =
    [
        ("en", ["Easy run", "Hill repeats", "5 k with", "No", "Without my", "Forgot the", "Tomorrow again with", "Yesterday:", "Like running with a", "After squats 80 kg,", "Passed a guy in a", "New", "First time in the", "Instead of the", "Lost 4 kg!", "My wife wore the"],
            ["weighted vest", "vest", "backpack", "ruck", "ankle weights", "dumbbells", "plate carrier", "weight belt", "sandbag", "stroller", "sled", "wrist weights", "race vest", "pack", "kettlebell", "vest and ankle weights"],
            ["10 kg", "20 lb", "20lbs", "#20", "20#", "2x5 kg", "2 x 2 kg each", "1.5 stone", "a pood", "10", "half a stone", "500 g", "5 + 5 kg", "8kg total", "from 6 to 8 kg", "20 pound", "£20", "3/4", "10% bw", "1 kg per leg"],
            [", easy", ". Ran 8 km", "; no weight today", ", then home", " to work", " (Murph)", ", 142 bpm", " + 10 push-ups", ", 400 m up", " for 5 miles", " in 45:10", ", felt good", " 🎽", " #weighted", " #unweighted", ", took it off after 2 km", " on the treadmill", ", dropped it"]),
        ("de", ["Lockerer Lauf", "Heute ohne", "Vergessen:", "Morgen wieder mit", "Gestern", "Statt", "Nach dem Training 80 kg Kniebeugen,", "Neue", "5 km mit", "Wie mit", "Erste Runde mit", "4 Kilo abgenommen,", "Mein Mann mit"],
            ["Gewichtsweste", "Weste", "Rucksack", "Fußgewichte", "Hanteln", "Gewichtsgürtel", "Sandsack", "Kinderwagen", "Warnweste", "Plattenträger", "Handgelenkgewichte", "Marschgepäck"],
            ["10 kg", "7,5 kg", "zehn Kilo", "2x1 kg", "je 2 kg", "500 g", "20 Pfund", "von 6 auf 8 kg", "insgesamt 9 kg", "10", "12 kg statt 10 kg", "5+5 kg"],
            [", locker", ". 8 km", ", dann heim", " zur Arbeit", " am Berg", ", Puls 142", " in 45 Minuten", ", morgen frei", ", ab km 3 ohne", " 🎒", ", 400 hm"]),
        ("es", ["Rodaje con", "Hoy sin", "Olvidé el", "Mañana con", "Ayer", "Nuevo", "5 km con", "Después de sentadillas 80 kg,", "Como con un"],
            ["chaleco lastrado", "chaleco", "mochila", "tobilleras", "mancuernas", "cinturón de lastre", "cochecito", "saco de arena"],
            ["10 kg", "10 kilos", "7,5 kg", "2x1 kg", "20 libras", "de 6 a 8 kg", "en total 9 kg", "500 g", "10"],
            [", suave", ". 8 km", " al trabajo", ", luego casa", " en 45 min", ", sin peso hoy"]),
        ("fr", ["Footing avec", "Sans", "Oublié le", "Demain avec", "Hier", "Nouveau", "Après squats 80 kg,", "Comme avec un"],
            ["gilet lesté", "gilet", "sac à dos", "lests aux chevilles", "haltères", "ceinture lestée", "poussette", "sac de sable"],
            ["10 kg", "10 kilos", "7,5 kg", "2x1 kg", "20 livres", "de 6 à 8 kg", "au total 9 kg", "500 g", "10"],
            [", tranquille", ". 8 km", " au travail", ", puis maison", " en 45 min", ", sans lest aujourd'hui"]),
        ("it", ["Corsa con", "Senza", "Dimenticato il", "Domani con", "Ieri", "Nuovo", "Dopo squat 80 kg,"],
            ["giubbotto zavorrato", "gilet", "zaino", "cavigliere", "manubri", "cintura zavorrata", "passeggino"],
            ["10 kg", "10 chili", "7,5 kg", "2x1 kg", "da 6 a 8 kg", "in totale 9 kg", "500 g", "10"],
            [", piano", ". 8 km", " al lavoro", ", poi casa", " in 45 min", ", senza peso oggi"]),
        ("pt", ["Corrida com", "Sem", "Esqueci o", "Amanhã com", "Ontem", "Novo", "Depois de agachamento 80 kg,"],
            ["colete de peso", "colete", "mochila", "tornozeleiras", "halteres", "cinto de peso", "carrinho de bebê"],
            ["10 kg", "10 quilos", "7,5 kg", "2x1 kg", "de 6 para 8 kg", "no total 9 kg", "500 g", "10"],
            [", leve", ". 8 km", " para o trabalho", ", depois casa", " em 45 min", ", sem peso hoje"]),
        ("nl", ["Rondje met", "Zonder", "Vergeten:", "Morgen met", "Gisteren", "Nieuw", "Na squats 80 kg,"],
            ["gewichtsvest", "vest", "rugzak", "enkelgewichten", "dumbbells", "gewichtsgordel", "kinderwagen"],
            ["10 kg", "10 kilo", "7,5 kg", "2x1 kg", "van 6 naar 8 kg", "in totaal 9 kg", "500 g", "10"],
            [", rustig", ". 8 km", " naar het werk", ", dan naar huis", " in 45 min", ", vandaag zonder gewicht"]),
    ];

    public static IEnumerable<(string Group, string[] Titles)> All()
    {
        foreach (var (language, openings, equipment, loads, contexts) in Languages)
        {
            for (var opening = 0; opening < openings.Length; opening++)
                yield return ($"{language} {openings[opening]}", [.. TitlesOf(openings[opening], opening, equipment, loads, contexts)]);
        }
    }

    // Every piece of equipment with every load, the order and the context changing along; and two pieces in one title.
    private static IEnumerable<string> TitlesOf(string opening, int seed, string[] equipment, string[] loads, string[] contexts)
    {
        for (var e = 0; e < equipment.Length; e++)
        {
            for (var l = 0; l < loads.Length; l++)
            {
                var (piece, load, context) = (equipment[e], loads[l], contexts[(seed + e + (3 * l)) % contexts.Length]);
                yield return ((seed + e + l) % 5) switch
                {
                    0 => $"{opening} {piece} {load}{context}",
                    1 => $"{opening} {load} {piece}{context}",
                    2 => $"{opening} {piece}{context}, {load}",
                    3 => $"{load}, {opening} {piece}{context}",
                    _ => $"{opening} {piece}, {load} {equipment[(e + l + 1) % equipment.Length]}{context}",
                };
            }
        }
    }
}
