namespace PromptLab.Simulator.Reports;

/// <param name="Stream">One stream of the row's group; its dimensions name the row.</param>
internal readonly record struct ReportRow(int Stream, int Bucket, ReportMetrics Metrics);
