namespace PromptLab.Simulator.Dimensions;

/// <param name="Share">Parts of a hundred.</param>
internal sealed record Device(int Share, string Type, string Platform, string OsVersion, string Make, string Model, string Browser, string Connection, string Agent);
