using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Options;

namespace WeightedRun.Worker.Settings;

/// <summary>Reads one section and finds everything that is wrong with it. A setting that is empty is not set.</summary>
internal static class SettingsReader
{
    public static IServiceCollection AddSettings<T>(this IServiceCollection services, IConfiguration configuration)
        where T : class, ISettings, new() => services.AddSingleton(_ => Options.Create(configuration.Read<T>()));

    public static T Read<T>(this IConfiguration configuration)
        where T : ISettings, new()
    {
        var (settings, wrong) = configuration.TryRead<T>();
        return wrong.Count == 0 ? settings : throw new WrongSettingsException(wrong);
    }

    /// <summary>What is wrong is left at its own value.</summary>
    public static (T Settings, IReadOnlyList<WrongSetting> Wrong) TryRead<T>(this IConfiguration configuration)
        where T : ISettings, new()
    {
        var (settings, wrong) = (new T(), new List<WrongSetting>());
        foreach (var property in PropertiesOf<T>())
        {
            var standard = property.CanWrite ? property.GetValue(settings) : null;
            foreach (var (text, set) in TextsOf(property, configuration.GetSection(T.Section).GetSection(property.Name), settings))
            {
                if (ValueOf(text, property) is { } value)
                    set(value);
                else
                    wrong.Add(WrongSetting.Of<T>(property.Name, Shown(text, property), ExpectedOf(property, standard)));
            }
        }

        return (settings, [.. wrong, .. settings.FindWrong()]);
    }

    public static IEnumerable<PropertyInfo> PropertiesOf<T>() => typeof(T).GetProperties().Where(property => property.CanWrite || IsList(property));

    private static bool IsList(PropertyInfo property) => property.PropertyType == typeof(IList<TimeSpan>);

    private static IEnumerable<(string Text, Action<object> Set)> TextsOf(PropertyInfo property, IConfigurationSection section, object settings)
    {
        if (property.CanWrite && !string.IsNullOrWhiteSpace(section.Value))
            yield return (section.Value, value => property.SetValue(settings, value));

        if (IsList(property))
        {
            foreach (var child in section.GetChildren())
                yield return (child.Value ?? "", value => ((IList<TimeSpan>)property.GetValue(settings)!).Add((TimeSpan)value));
        }
    }

    private static Type TypeOf(PropertyInfo property) => IsList(property) ? typeof(TimeSpan) : property.PropertyType;

    /// <summary>Null: it cannot be read, or is out of its range.</summary>
    private static object? ValueOf(string text, PropertyInfo property)
    {
        try
        {
            var value = TypeDescriptor.GetConverter(TypeOf(property)).ConvertFromInvariantString(text);
            return value switch
            {
                Uri { IsAbsoluteUri: true, Scheme: "http" or "https" } => value,
                Uri => null,
                Enum choice when !Enum.IsDefined(choice.GetType(), choice) => null,
                _ => property.GetCustomAttribute<RangeAttribute>()?.IsValid(value) == false ? null : value,
            };
        }
        // Converters wrap what went wrong in exceptions of all kinds.
        catch (Exception problem) when (problem is ArgumentException or FormatException or OverflowException or NotSupportedException)
        {
            return null;
        }
    }

    private static string ExpectedOf(PropertyInfo property, object? standard)
    {
        var type = TypeOf(property);
        var range = property.GetCustomAttribute<RangeAttribute>() is { } limits ? string.Create(CultureInfo.InvariantCulture, $" from {limits.Minimum} to {limits.Maximum}") : "";
        return type switch
        {
            _ when type == typeof(Uri) => $"an address that begins with http:// or https://, such as {standard ?? "https://host.example/"}",
            _ when type == typeof(TimeSpan) => $"hours:minutes:seconds{range}, such as {standard ?? "00:01:00"}",
            _ when type == typeof(bool) => "true or false",
            { IsEnum: true } => $"one of {string.Join(", ", Enum.GetNames(type))}, such as {standard}",
            _ => $"a whole number{range}, such as {standard}",
        };
    }

    // Addresses may hold a password in front of the host.
    private static string? Shown(string text, PropertyInfo property) => TypeOf(property) == typeof(Uri) && text.Contains('@', StringComparison.Ordinal) ? null : text;
}
