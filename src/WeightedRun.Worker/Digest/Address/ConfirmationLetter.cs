using WeightedRun.Worker.Mail;

namespace WeightedRun.Worker.Digest.Address;

/// <summary>The one mail that is sent to an address before it is confirmed.</summary>
internal static class ConfirmationLetter
{
    public static Letter Of(EmailAddress to, string key, Uri link, string language) => language == "de"
        ? new Letter
        {
            To = to,
            Kind = "address-confirmation",
            Key = key,
            Subject = "WeightedRun: ist das deine Adresse?",
            Text = $"""
                Jemand möchte die wöchentliche Auswertung der Läufe mit Gewicht an diese
                Adresse bekommen. Wenn du das bist, öffne diese Seite und drücke dort den Knopf:

                {link}

                Der Link gilt 24 Stunden. Wenn du das nicht bist, tu nichts: es kommt keine
                weitere Mail.

                """,
        }
        : new Letter
        {
            To = to,
            Kind = "address-confirmation",
            Key = key,
            Subject = "WeightedRun: is this your address?",
            Text = $"""
                Somebody wants the weekly digest of runs with extra weight to come to this
                address. If that is you, open this page and press the button there:

                {link}

                The link holds for 24 hours. If it is not you, do nothing: no other mail
                will come.

                """,
        };
}
