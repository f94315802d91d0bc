using PromptLab.Plugins.Tools;

namespace PromptLab.Planner.Planning;

/// <summary>Where a planner writes what happens. Calls come one at a time or from tools that run in parallel.</summary>
public interface IPlannerOutput
{
    /// <summary>A piece of the reply.</summary>
    void Text(string delta);

    /// <summary>Ends the current text message; the next text starts another one.</summary>
    void EndText();

    void ToolCalled(string callId, string tool, string arguments);

    void Resolved(string callId, ResolvedRequest request);

    /// <param name="digest">What the model may read of the outcome.</param>
    void ToolFinished(string callId, string tool, string status, string digest, TimeSpan duration);

    void Card(Card card);

    void Notice(string code, string text);
}
