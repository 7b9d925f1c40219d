using System.Globalization;
using System.Security.Cryptography;

namespace WeightedRun.Sandbox.Garmin;

/// <summary>Garmin's number of an activity: eleven digits.</summary>
internal readonly record struct GarminActivityId(long Value)
{
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Garmin's name of a user: 32 hexadecimal digits, the same for each partner and after each reconnection.</summary>
internal readonly record struct GarminUserId(string Value)
{
    public static GarminUserId New() => new(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)));

    public override string ToString() => Value;
}
