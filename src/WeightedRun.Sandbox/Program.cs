using WeightedRun.Sandbox.Commands;

return await CommandLine.RunAsync(args);
