using System.CommandLine;
using WeightedRun.Worker.Commands;

return await new RootCommand("Watches the runs you do with weight, and tells you once a week how you are doing.")
{
    DecodeCommand.Create(),
}.Parse(args).InvokeAsync();
