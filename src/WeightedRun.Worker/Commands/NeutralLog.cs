using WeightedRun.Analysis.Runs;

namespace WeightedRun.Worker.Commands;

/// <summary>What one neutral log says: the runs, the runner, and perhaps the week to judge.</summary>
internal sealed record NeutralLog(TrainingLog Log, RunnerProfile Profile, string? Week);
