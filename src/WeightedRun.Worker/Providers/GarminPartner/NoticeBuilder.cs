using System.Text.Json;

namespace WeightedRun.Worker.Providers.GarminPartner;

/// <summary>Follows the tokens of a notification and puts its items together. What is nested deeper than an item's own fields is passed over, save permissions.</summary>
internal sealed class NoticeBuilder
{
    private readonly List<GarminNotice> _ready = [];
    private NoticeKind? _kind;
    private GarminNotice? _item;
    private string? _field;
    private string? _permission;
    private int _listDepth = -1;

    public IReadOnlyList<GarminNotice> TakeReady()
    {
        if (_ready.Count == 0)
            return [];

        GarminNotice[] ready = [.. _ready];
        _ready.Clear();
        return ready;
    }

    public void Accept(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName when reader.CurrentDepth == 1 && _listDepth != 0:
                _kind = KindOf(reader.GetString());
                break;
            case JsonTokenType.PropertyName:
                if (_item is not null && reader.CurrentDepth == _listDepth + 2)
                    _field = reader.GetString();
                else if (IsInPermissions(ref reader))
                    _permission = reader.GetString();
                break;
            case JsonTokenType.StartArray when reader.CurrentDepth <= 1 && _listDepth < 0:
                BeginList(reader.CurrentDepth);
                break;
            case JsonTokenType.EndArray when reader.CurrentDepth == _listDepth:
                _listDepth = -1;
                break;
            case JsonTokenType.StartObject when _listDepth >= 0 && reader.CurrentDepth == _listDepth + 1 && _kind is { } kind:
                (_item, _field) = (new GarminNotice(kind), null);
                break;
            case JsonTokenType.EndObject when _item is not null && reader.CurrentDepth == _listDepth + 1:
                _ready.Add(_item);
                _item = null;
                break;
            default:
                AcceptValue(ref reader);
                break;
        }
    }

    private void BeginList(int depth)
    {
        _listDepth = depth;
        // A bare list is what lies behind a ping.
        if (depth == 0)
            _kind = NoticeKind.Activity;
    }

    private void AcceptValue(ref Utf8JsonReader reader)
    {
        if (reader.CurrentDepth == 0 && reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.EndObject))
            throw new InvalidDataException("the body is neither an object of lists nor a list");

        if (_item is null || _field is null || reader.TokenType is JsonTokenType.StartArray or JsonTokenType.EndArray or JsonTokenType.StartObject or JsonTokenType.EndObject or JsonTokenType.Null)
            return;

        if (reader.CurrentDepth == _listDepth + 2)
        {
            if (TolerantJson.TextOf(ref reader) is { } text)
                _item.Set(_field, text);
        }
        else if (IsInPermissions(ref reader) && (reader.TokenType == JsonTokenType.True ? _permission : reader.TokenType == JsonTokenType.String ? TolerantJson.TextOf(ref reader) : null) is { } permission)
        {
            _item.Permissions.Add(permission);
        }
    }

    /// <summary>Whether the token is a permission, be they a list or a map of booleans.</summary>
    private bool IsInPermissions(ref Utf8JsonReader reader) => _item is not null && _field == "permissions" && reader.CurrentDepth == _listDepth + 3;

    private static NoticeKind? KindOf(string? name) => name switch
    {
        "activities" => NoticeKind.Activity,
        "manuallyUpdatedActivities" => NoticeKind.ManuallyUpdatedActivity,
        "activityFiles" => NoticeKind.ActivityFile,
        "deregistrations" => NoticeKind.Deregistration,
        "userPermissionsChange" => NoticeKind.PermissionChange,
        _ => null,
    };
}
