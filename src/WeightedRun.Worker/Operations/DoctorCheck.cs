using Npgsql;
using WeightedRun.Worker.Settings;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Operations;

/// <summary>One thing that <c>doctor</c> looks at.</summary>
internal delegate Task<Diagnosis> DoctorCheck(Patient patient, CancellationToken cancellation);

/// <summary>What the checks look at.</summary>
internal sealed record Patient(NpgsqlDataSource Source, bool IsLocalDatabase, IConfiguration Configuration, TimeProvider Time)
{
    public DatabaseOptions Database => Configuration.Read<DatabaseOptions>();

    public SecretsOptions Secrets => Configuration.Read<SecretsOptions>();
}

/// <summary>What a check found. <see cref="Mend"/> says what to do, and is there whenever something is to be done.</summary>
internal sealed record Diagnosis(string Name, Condition Condition, string Message, string? Mend = null)
{
    public static Diagnosis Well(string name, string message) => new(name, Condition.Well, message);

    public static Diagnosis Watch(string name, string message, string mend) => new(name, Condition.Watch, message, mend);

    public static Diagnosis Ill(string name, string message, string mend) => new(name, Condition.Ill, message, mend);
}

/// <summary>How it is with one thing.</summary>
internal enum Condition
{
    Well,

    /// <summary>Works, and will mend itself or should be looked at.</summary>
    Watch,

    Ill,
}
