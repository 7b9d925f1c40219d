using WeightedRun.Analysis.Units;
using WeightedRun.Worker.Digest.Sentences;

namespace WeightedRun.Worker.Tests.Digest;

public sealed class DigestUnitsTests
{
    private static readonly DigestSentences English = DigestSentences.In(DigestLanguage.English, isImperial: false);
    private static readonly DigestSentences German = DigestSentences.In(DigestLanguage.German, isImperial: false);
    private static readonly DigestSentences Miles = DigestSentences.In(DigestLanguage.English, isImperial: true);
    private static readonly DateOnly Day = new(2025, 3, 6);

    [Fact]
    public void Each_language_has_its_decimal_sign_and_each_runner_their_units()
    {
        Assert.Equal("8.4 kg", English.Units.Mass(Mass.FromKilograms(8.4)));
        Assert.Equal("8,4 kg", German.Units.Mass(Mass.FromKilograms(8.4)));
        Assert.Equal("18.5 lb", Miles.Units.Mass(Mass.FromKilograms(8.4)));
        Assert.Equal("5.0 mi", Miles.Units.Distance(Distance.FromKilometers(8)));
        Assert.Equal("12,5 %", German.Units.Percent(12.5));
        Assert.Equal("9:39 /mi", Miles.Units.Pace(Pace.FromSecondsPerKilometer(360)));
        Assert.Equal("1:02:03", German.Units.Duration(new TimeSpan(1, 2, 3)));
    }

    [Fact]
    public void Each_language_has_its_dates()
    {
        Assert.Equal(("Thu 6", "6 March", "Thursday"), (English.ShortDay(Day), English.Date(Day), English.DayName(Day)));
        Assert.Equal(("Do 6.", "6. März", "Donnerstag"), (German.ShortDay(Day), German.Date(Day), German.DayName(Day)));
        Assert.Equal("Donnerstag, 6. März 2025, 07:05 Uhr", German.Moment(Day.ToDateTime(new TimeOnly(7, 5))));
        Assert.Equal("3 to 9 March 2025", English.Period(new DateOnly(2025, 3, 3), new DateOnly(2025, 3, 9)));
        Assert.Equal("24. Februar bis 2. März 2025", German.Period(new DateOnly(2025, 2, 24), new DateOnly(2025, 3, 2)));
    }

    [Fact]
    public void A_week_over_the_turn_of_the_year_names_both_years() =>
        Assert.Equal("30 December 2024 to 5 January 2025", English.Period(new DateOnly(2024, 12, 30), new DateOnly(2025, 1, 5)));
}
