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
        Assert.DoesNotContain(All, type => type is { IsClass: true, IsSealed: false, IsAbstract: false } && !type.Name.EndsWith("Page", StringComparison.Ordinal) && !type.Name.StartsWith('_'));

    [Fact]
    public void The_worker_shows_nothing_but_what_razor_needs() =>
        Assert.All(Own(Worker).Where(type => type.IsPublic), type => Assert.StartsWith("WeightedRun.Worker.Digest", type.Namespace, StringComparison.Ordinal));

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

    private static IEnumerable<Type> All => Own(Analysis).Concat(Own(Files)).Concat(Own(Worker));

    private static IEnumerable<string> References(Assembly assembly) => assembly.GetReferencedAssemblies().Select(name => name.Name!);

    private static IEnumerable<Type> Own(Assembly assembly) =>
        assembly.GetTypes().Where(type => type.Namespace?.StartsWith("WeightedRun", StringComparison.Ordinal) == true && !type.IsDefined(typeof(System.Runtime.CompilerServices.CompilerGeneratedAttribute)) && !type.IsNested);

    /// <summary>Members of one room that mention a type of another in a field, a parameter or a result.</summary>
    private static IEnumerable<string> Uses(string room, string other) =>
        from type in Worker.GetTypes().Where(type => type.Namespace == room)
        from mentioned in type.GetFields(Everything).Select(field => field.FieldType)
            .Concat(type.GetMethods(Everything).SelectMany(method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType)))
        where mentioned.Namespace == other
        select $"{type.Name} -> {mentioned.Name}";

    private const BindingFlags Everything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
}
