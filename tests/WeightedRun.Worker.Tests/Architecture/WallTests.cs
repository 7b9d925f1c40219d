using System.Reflection;
using WeightedRun.Analysis;
using WeightedRun.Files;
using WeightedRun.Worker.Commands;

namespace WeightedRun.Worker.Tests.Architecture;

/// <summary>The walls of the house: what may know what, and how classes are made.</summary>
public sealed class WallTests
{
    private static readonly Assembly Analysis = typeof(ComplianceAnalyzer).Assembly;
    private static readonly Assembly Files = typeof(ActivityFiles).Assembly;
    private static readonly Assembly Worker = typeof(ExitCode).Assembly;
    private static readonly Assembly Sandbox = typeof(Sandbox.Strava.StravaSandbox).Assembly;

    [Fact]
    public void Analysis_knows_nothing_but_the_framework() => Assert.All(References(Analysis), name => Assert.StartsWith("System.", name, StringComparison.Ordinal));

    [Fact]
    public void Files_know_analysis_and_the_framework() =>
        Assert.All(References(Files), name => Assert.True(name == "WeightedRun.Analysis" || name.StartsWith("System.", StringComparison.Ordinal), name));

    [Fact]
    public void Neither_reaches_for_the_network() =>
        Assert.DoesNotContain(References(Analysis).Concat(References(Files)), name => name.StartsWith("System.Net", StringComparison.Ordinal));

    [Fact]
    public void Every_class_is_sealed_static_or_made_to_be_derived_from() =>
        Assert.DoesNotContain(All, type => type is { IsClass: true, IsSealed: false, IsAbstract: false } && !type.IsSubclassOf(typeof(Microsoft.AspNetCore.Components.ComponentBase)) && !type.Name.StartsWith('_'));

    [Fact]
    public void The_worker_shows_nothing_but_what_razor_needs() =>
        Assert.All(Own(Worker).Where(type => type.IsPublic), type => Assert.True(Room(type) is "Digest" or "Web", type.FullName));

    [Fact]
    public void No_class_is_named_after_nothing()
    {
        string[] empty = ["Manager", "Helper", "Utils", "Common", "Repository", "Service"];
        Assert.DoesNotContain(All, type => empty.Any(word => type.Name.EndsWith(word, StringComparison.Ordinal)));
    }

    [Fact]
    public void Digest_commands_and_ingestion_know_each_other_only_downwards()
    {
        Assert.Empty(Uses("WeightedRun.Worker.Digest", "WeightedRun.Worker.Commands"));
        Assert.Empty(Uses("WeightedRun.Worker.Ingestion", "WeightedRun.Worker.Commands"));
        Assert.Empty(Uses("WeightedRun.Worker.Digest", "WeightedRun.Worker.Ingestion"));
    }

    [Fact]
    public void The_shared_rooms_know_no_feature()
    {
        foreach (var (shared, feature) in from shared in new[] { "Storage", "Operations" } from feature in Features.Append("Commands").Append("Scheduling") select (shared, feature))
            Assert.Empty(UsesWithin($"WeightedRun.Worker.{shared}", $"WeightedRun.Worker.{feature}"));
    }

    [Fact]
    public void No_feature_calls_the_store_of_another_or_a_command()
    {
        foreach (var (room, other) in from room in Features from other in Features where room != other select (room, other))
            Assert.DoesNotContain(UsesWithin($"WeightedRun.Worker.{room}", $"WeightedRun.Worker.{other}"), use => use.EndsWith("Store", StringComparison.Ordinal));

        Assert.All(Features, room => Assert.Empty(UsesWithin($"WeightedRun.Worker.{room}", "WeightedRun.Worker.Commands")));
    }

    [Fact]
    public void Providers_never_see_each_other()
    {
        const string providers = "WeightedRun.Worker.Providers.";
        var rooms = Worker.GetTypes().Select(type => type.Namespace ?? "").Where(name => name.StartsWith(providers, StringComparison.Ordinal))
            .Select(name => name[providers.Length..].Split('.')[0]).Distinct().ToList();
        foreach (var (room, other) in from room in rooms from other in rooms where room != other select (room, other))
            Assert.Empty(UsesWithin(providers + room, providers + other));
    }

    [Fact]
    public void Only_storage_holds_the_keys_and_only_connections_open_tokens()
    {
        string[] allowed = ["Storage", "Operations", "Commands", "Connections", "Links"];
        Assert.All(
            Worker.GetTypes().Where(type => Mentioned(type).Any(mentioned => mentioned.Name is "MasterKeys" or "IDataProtectionProvider")).Select(Room),
            room => Assert.Contains(room, allowed.Append("")));
    }

    [Fact]
    public void The_stand_ins_know_nothing_of_the_product_and_the_demo_hosts_it()
    {
        string[] ours = ["WeightedRun.Worker", "WeightedRun.Analysis", "WeightedRun.Files"];
        var knowing = Sandbox.GetTypes().Where(type => Mentioned(type).Any(mentioned => ours.Any(room => IsWithin(mentioned, room)))).ToList();
        Assert.NotEmpty(knowing);
        Assert.All(knowing, type => Assert.True(IsWithin(type, "WeightedRun.Sandbox.Demo"), type.FullName));
    }

    [Fact]
    public void The_walls_are_looked_at_with_open_eyes() =>
        Assert.Contains("ConnectionStore -> TokenProtection", UsesWithin("WeightedRun.Worker.Connections", "WeightedRun.Worker.Connections"));

    private static readonly string[] Features = ["Connections", "Ingestion", "Tagging", "Compliance", "Digest", "Web"];

    private static string Room(Type type) => type.Namespace!["WeightedRun.Worker".Length..].TrimStart('.').Split('.')[0];

    private static IEnumerable<Type> All => Own(Analysis).Concat(Own(Files)).Concat(Own(Worker));

    private static IEnumerable<string> References(Assembly assembly) => assembly.GetReferencedAssemblies().Select(name => name.Name!);

    private static IEnumerable<Type> Own(Assembly assembly) =>
        assembly.GetTypes().Where(type => type.Namespace?.StartsWith("WeightedRun", StringComparison.Ordinal) == true && !type.IsDefined(typeof(System.Runtime.CompilerServices.CompilerGeneratedAttribute)) && !type.IsNested);

    private static IEnumerable<string> UsesWithin(string room, string other) =>
        from type in Worker.GetTypes().Where(type => IsWithin(type, room))
        from mentioned in Mentioned(type)
        where IsWithin(mentioned, other)
        select $"{type.Name} -> {mentioned.Name}";

    private static bool IsWithin(Type type, string room) => type.Namespace == room || type.Namespace?.StartsWith(room + ".", StringComparison.Ordinal) == true;

    /// <summary>What a type names in fields, constructors, parameters, results, and in what they are made of.</summary>
    private static IEnumerable<Type> Mentioned(Type type) =>
        type.GetFields(Everything).Select(field => field.FieldType)
            .Concat(type.GetConstructors(Everything).SelectMany(constructor => constructor.GetParameters().Select(parameter => parameter.ParameterType)))
            .Concat(type.GetMethods(Everything).SelectMany(method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType)))
            .SelectMany(mentioned => mentioned.GetGenericArguments().Append(mentioned));

    /// <summary>Members of one room that mention a type of another in a field, a parameter or a result.</summary>
    private static IEnumerable<string> Uses(string room, string other) =>
        from type in Worker.GetTypes().Where(type => type.Namespace == room)
        from mentioned in type.GetFields(Everything).Select(field => field.FieldType)
            .Concat(type.GetMethods(Everything).SelectMany(method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType)))
        where mentioned.Namespace == other
        select $"{type.Name} -> {mentioned.Name}";

    private const BindingFlags Everything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
}
