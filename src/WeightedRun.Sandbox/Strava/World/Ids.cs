using System.Text.Json;
using System.Text.Json.Serialization;

namespace WeightedRun.Sandbox.Strava.World;

/// <summary>The number of an application registered with Strava.</summary>
internal readonly record struct ClientId(int Value)
{
    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

internal readonly record struct AthleteId(long Value)
{
    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

internal readonly record struct ActivityId(long Value)
{
    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>Strava's gear ids are texts: <c>g...</c> is a pair of shoes, <c>b...</c> a bike.</summary>
[JsonConverter(typeof(Json))]
internal readonly record struct GearId(string Value)
{
    public bool IsShoe => Value.StartsWith('g');

    public override string ToString() => Value;

    public sealed class Json : JsonConverter<GearId>
    {
        public override GearId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, GearId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
    }
}
