using System.CommandLine;

namespace WeightedRun.Worker.Commands;

/// <summary><c>decode FILE...</c>: one JSON line per activity found.</summary>
internal static class DecodeCommand
{
    public static Command Create()
    {
        var command = new Command("decode", "Print what the activity files hold, one JSON line per activity.");
        return command;
    }
}
