using PromptLab.Planner.Planning;
using PromptLab.Plugins.Tools;

namespace PromptLab.Benchmarks.Planning;

/// <summary>Counts what would be shown.</summary>
internal sealed class UnreadOutput : IPlannerOutput
{
    public int Characters { get; private set; }

    public void Text(string delta) => Characters += delta.Length;

    public void EndText()
    {
    }

    public void ToolCalled(string callId, string tool, string arguments)
    {
    }

    public void Resolved(string callId, ResolvedRequest request)
    {
    }

    public void ToolFinished(string callId, string tool, string status, string digest, TimeSpan duration)
    {
    }

    public void Card(Card card)
    {
    }

    public void Notice(string code, string text)
    {
    }
}
