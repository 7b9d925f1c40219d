using System.Collections.Frozen;
using System.Globalization;

namespace WeightedRun.Files.Fit;

/// <summary>Names for the numbers that makers and their watches have in FIT files. What is missing is shown by number.</summary>
internal static class FitDevices
{
    private const uint Garmin = 1;
    private const uint Dynastream = 15;

    private static readonly FrozenDictionary<uint, string> Makers = TableOf("""
        1 garmin, 13 dynastream_oem, 15 dynastream, 23 suunto, 32 wahoo, 71 tomtom, 95 stryd, 123 polar, 255 development, 260 zwift,
        265 strava, 289 hammerhead, 294 coros, 310 decathlon, 339 zepp, 340 peloton, 348 huawei
        """);

    private static readonly FrozenDictionary<uint, string> Watches = TableOf("""
        1 hrm1, 717 fr405, 782 fr50, 988 fr60, 1018 fr310xt, 1124 fr110, 1328 fr910xt, 1345 fr610, 1360 fr210, 1436 fr70, 1482 fr10,
        1551 fenix, 1623 fr620, 1632 fr220, 1765 fr920xt, 1903 fr15, 1907 vivoActive, 1967 fenix2, 1988 epix, 2050 fenix3, 2148 fr25,
        2153 fr225, 2156 fr630, 2157 fr230, 2158 fr735xt, 2337 vivoActiveHr, 2413 fenix3Hr, 2431 fr235, 2503 fr35, 2544 fenix5s,
        2604 fenix5x, 2691 fr935, 2697 fenix5, 2700 vivoactive3, 2886 fr645, 2888 fr645m, 2891 fr30, 2900 fenix5sPlus, 3076 fr245,
        3077 fr245Music, 3110 fenix5Plus, 3111 fenix5xPlus, 3113 fr945, 3126 instinctEsports, 3224 vivoactive4Small,
        3225 vivoactive4Large, 3226 venu, 3282 fr45, 3287 fenix6SSport, 3288 fenix6S, 3289 fenix6Sport, 3290 fenix6, 3291 fenix6x,
        3466 instinctSolar, 3589 fr745, 3600 venusq, 3638 enduro, 3652 fr945Lte, 3703 venu2, 3704 venu2s, 3851 venu2Plus, 3869 fr55,
        3888 instinct2, 3889 instinct2s, 3905 fenix7s, 3906 fenix7, 3907 fenix7x, 3943 epixGen2, 3990 fr255Music, 3991 fr255SmallMusic,
        3992 fr255, 3993 fr255Small, 4024 fr955, 4135 tactix7, 4155 instinctCrossover, 4257 fr265Large, 4258 fr265Small, 4260 venu3,
        4261 venu3s, 4312 epixGen2Pro42, 4313 epixGen2Pro47, 4314 epixGen2Pro51, 4315 fr965, 4341 enduro2, 4374 fenix7sProSolar,
        4375 fenix7ProSolar, 4376 fenix7xProSolar, 4394 instinct2x, 4426 vivoactive5, 4432 fr165, 4433 fr165Music, 4532 fenix8Solar,
        4533 fenix8SolarLarge, 4534 fenix8Small, 4536 fenix8, 4565 fr970, 4570 fr570Large, 4574 fr570Small, 4575 enduro3,
        4585 instinct3Solar45mm, 4586 instinct3Amoled45mm, 4587 instinct3Amoled50mm, 4625 vivoactive6, 4643 venu4, 4666 fenixE,
        4759 instinct3Solar50mm, 4775 tactix8Amoled, 4776 tactix8Solar, 4815 fr170
        """);

    /// <summary>Maker and product, e.g. <c>garmin fenix5xPlus</c>; null when the file names no maker.</summary>
    public static string? NameOf(uint? maker, uint? product, string? productName)
    {
        if (maker is not { } number)
            return productName;

        var makerName = Makers.GetValueOrDefault(number) ?? string.Create(CultureInfo.InvariantCulture, $"manufacturer {number}");
        var known = number is Garmin or Dynastream && product is { } id ? Watches.GetValueOrDefault(id) : null;
        var name = known ?? productName ?? (number == Garmin ? product?.ToString(CultureInfo.InvariantCulture) : null);
        return name is null ? makerName : $"{makerName} {name}";
    }

    private static FrozenDictionary<uint, string> TableOf(string pairs) =>
        pairs.Split([',', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(pair => pair.Split(' '))
            .ToFrozenDictionary(pair => uint.Parse(pair[0], CultureInfo.InvariantCulture), pair => pair[1]);
}
