namespace PromptLab.Host.Tests.Conformance;

/// <summary>What the schemas say about a list of events.</summary>
internal sealed record EventReport(int Count, IReadOnlyList<string> Types, IReadOnlyList<EventReport.Problem> Problems)
{
    internal sealed record Problem(int Line, string Type, IReadOnlyList<string> Issues);
}
