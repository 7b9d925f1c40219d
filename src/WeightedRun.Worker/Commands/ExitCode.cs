namespace WeightedRun.Worker.Commands;

/// <summary>What every command answers to the shell.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>The input was bad: nothing of it could be used.</summary>
    public const int BadInput = 1;

    /// <summary>The command line itself was wrong.</summary>
    public const int WrongUsage = 2;

    /// <summary>This machine lacks something: a database, a network, a folder that can be written.</summary>
    public const int MachineLacks = 3;

    /// <summary>Ended by the user, as the shell numbers Ctrl-C.</summary>
    public const int Cancelled = 130;
}
