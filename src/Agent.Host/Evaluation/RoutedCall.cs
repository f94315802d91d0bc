using PromptLab.Planner.Planning;
using PromptLab.Plugins.Tools;

namespace PromptLab.Host.Evaluation;

/// <summary>Keeps the first call that a planner's turn resolved.</summary>
internal sealed class RoutedCall : IPlannerOutput, IProgress<ToolProgress>
{
    public ResolvedRequest? Request { get; private set; }

    public void Resolved(string callId, ResolvedRequest request) => Request ??= request;

    public void Text(string delta)
    {
    }

    public void EndText()
    {
    }

    public void ToolCalled(string callId, string tool, string arguments)
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

    public void Report(ToolProgress value)
    {
    }
}
