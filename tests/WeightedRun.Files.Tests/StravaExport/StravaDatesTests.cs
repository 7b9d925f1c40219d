using System.Globalization;
using WeightedRun.Files.StravaExport;

namespace WeightedRun.Files.Tests.StravaExport;

public sealed class StravaDatesTests
{
    [Theory]
    [InlineData("May 29, 2022, 3:53:35 PM", "2022-05-29 15:53:35")]
    [InlineData("Dec 1, 2022, 12:00:01 AM", "2022-12-01 00:00:01")]
    [InlineData("22 May 2024, 08:19:26", "2024-05-22 08:19:26")]
    [InlineData("8 jul 2017, 15:25:34", "2017-07-08 15:25:34")]
    [InlineData("2 ago 2026, 12:20:32 p.m.", "2026-08-02 12:20:32")]
    [InlineData("2 ene 2026, 1:20:32 p. m.", "2026-01-02 13:20:32")]
    [InlineData("22.05.2024, 08:19:26", "2024-05-22 08:19:26")]
    [InlineData("3. März 2024, 08:19:26", "2024-03-03 08:19:26")]
    [InlineData("1 juin 2024 à 08:19:26", "2024-06-01 08:19:26")]
    [InlineData("1 juil. 2024 à 08:19:26", "2024-07-01 08:19:26")]
    [InlineData("15 août 2024 à 08:19:26", "2024-08-15 08:19:26")]
    [InlineData("7 giu 2024, 08:19:26", "2024-06-07 08:19:26")]
    [InlineData("22 de out. de 2024, 08:19:26", "2024-10-22 08:19:26")]
    [InlineData("22 mrt 2024 08:19:26", "2024-03-22 08:19:26")]
    [InlineData("2024-05-22 08:19:26", "2024-05-22 08:19:26")]
    public void A_date_in_any_of_the_languages_is_read(string text, string expected) =>
        Assert.Equal(DateTime.Parse(expected, CultureInfo.InvariantCulture), StravaDates.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("31 Feb 2024, 08:19:26")]
    [InlineData("22 May 2024")]
    [InlineData("22 May 99999999999, 08:19:26")]
    public void What_is_no_date_is_unknown(string text) => Assert.Null(StravaDates.Parse(text));
}
