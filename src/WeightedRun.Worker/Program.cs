using WeightedRun.Worker.Commands;

return await CommandLine.RunAsync(args);
