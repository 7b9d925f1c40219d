using System.Text.Json;

namespace WeightedRun.Sandbox.Strava.Wire;

/// <summary>The parameters of a call, wherever the caller put them: query, form or JSON body. Strava reads them all.</summary>
internal sealed class Parameters
{
    private readonly Dictionary<string, string> _values = [];

    public string? this[string name] => _values.GetValueOrDefault(name);

    public bool IsEmpty => _values.Count == 0;

    public static async Task<Parameters> ReadAsync(HttpRequest request)
    {
        var parameters = new Parameters();
        foreach (var (name, values) in request.Query)
            parameters._values[name] = values.ToString();

        if (request.HasFormContentType)
        {
            foreach (var (name, values) in await request.ReadFormAsync(request.HttpContext.RequestAborted))
                parameters._values[name] = values.ToString();
        }
        else if (request.HasJsonContentType())
        {
            await parameters.ReadJsonAsync(request);
        }

        return parameters;
    }

    private async Task ReadJsonAsync(HttpRequest request)
    {
        try
        {
            using var body = await JsonDocument.ParseAsync(request.Body, default, request.HttpContext.RequestAborted);
            if (body.RootElement.ValueKind != JsonValueKind.Object)
                return;

            foreach (var property in body.RootElement.EnumerateObject())
                _values[property.Name] = property.Value.ToString();
        }
        catch (JsonException)
        {
            // A body that cannot be read brings no parameter; what is missing is then refused by name.
        }
    }
}
