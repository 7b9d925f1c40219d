using System.Text.Json.Serialization;

namespace WeightedRun.Worker.Providers.GarminPersonal;

/// <summary>An activity, flat as lists have it; details have the same measures one level down, in <see cref="SummaryDto"/>.</summary>
internal sealed record GarminPersonalActivity : GarminPersonalMeasures
{
    public double? ActivityId { get; init; }

    public string? ActivityName { get; init; }

    public string? Description { get; init; }

    public GarminPersonalType? ActivityType { get; init; }

    public GarminPersonalType? EventType { get; init; }

    public string? Manufacturer { get; init; }

    public string? TimeZoneId { get; init; }

    public string? DeviceId { get; init; }

    public bool? ManualActivity { get; init; }

    public bool? Parent { get; init; }

    public double? ParentId { get; init; }

    public bool? IsMultiSportParent { get; init; }

    [JsonPropertyName("activityTypeDTO")]
    public GarminPersonalType? ActivityTypeDto { get; init; }

    [JsonPropertyName("eventTypeDTO")]
    public GarminPersonalType? EventTypeDto { get; init; }

    [JsonPropertyName("summaryDTO")]
    public GarminPersonalSummary? SummaryDto { get; init; }

    [JsonPropertyName("metadataDTO")]
    public GarminPersonalMetadata? MetadataDto { get; init; }
}

internal sealed record GarminPersonalSummary : GarminPersonalMeasures;

/// <summary>Metres, seconds, beats and steps per minute of both feet, grams.</summary>
internal abstract record GarminPersonalMeasures
{
    [JsonPropertyName("startTimeGMT")]
    public string? StartTimeGmt { get; init; }

    /// <summary>The runner's own clock.</summary>
    public string? StartTimeLocal { get; init; }

    public double? BeginTimestamp { get; init; }

    public double? Distance { get; init; }

    /// <summary>The watch's timer.</summary>
    public double? Duration { get; init; }

    /// <summary>Milliseconds in older answers.</summary>
    public double? ElapsedDuration { get; init; }

    public double? MovingDuration { get; init; }

    public double? ElevationGain { get; init; }

    [JsonPropertyName("averageHR")]
    public double? AverageHr { get; init; }

    [JsonPropertyName("maxHR")]
    public double? MaxHr { get; init; }

    public double? AverageRunningCadenceInStepsPerMinute { get; init; }

    /// <summary>Details spell it so.</summary>
    public double? AverageRunCadence { get; init; }

    public double? AverageTemperature { get; init; }

    public double? BeginPackWeight { get; init; }
}

internal sealed record GarminPersonalType
{
    public string? TypeKey { get; init; }
}

internal sealed record GarminPersonalMetadata
{
    public bool? ManualActivity { get; init; }

    public double? ParentId { get; init; }
}

/// <summary>The answer of the exchange, in every spelling it may have: none is published.</summary>
internal sealed record GarminPersonalToken
{
    [JsonPropertyName("access_token")]
    public string? AccessToken { get; init; }

    [JsonPropertyName("accessToken")]
    public string? AccessTokenCamel { get; init; }

    public string? Token { get; init; }

    [JsonPropertyName("expires_in")]
    public double? ExpiresIn { get; init; }

    [JsonPropertyName("expiresIn")]
    public double? ExpiresInCamel { get; init; }

    /// <summary>Says nothing: records print their members, and these belong in no log.</summary>
    public override string ToString() => nameof(GarminPersonalToken);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(TolerantNumber), typeof(TolerantText), typeof(TolerantFlag)])]
[JsonSerializable(typeof(List<GarminPersonalActivity>))]
[JsonSerializable(typeof(GarminPersonalActivity))]
[JsonSerializable(typeof(GarminPersonalToken))]
internal sealed partial class GarminPersonalJson : JsonSerializerContext;
