using System.Text;
using PromptLab.Planner.Planning;
using PromptLab.Plugins.Tools;

namespace PromptLab.Planner.Tests.Planning;

/// <summary>What the person would have seen.</summary>
internal sealed class RecordedOutput : IPlannerOutput, IProgress<ToolProgress>
{
    private readonly StringBuilder _text = new();
    private bool _isOpen;

    /// <summary>Text messages, each ended with a line break.</summary>
    public string Shown => _text.ToString();

    public List<Card> Cards { get; } = [];

    public List<string> Notices { get; } = [];

    public List<(string Tool, string Status)> Finished { get; } = [];

    /// <summary>Completes with the first progress of a tool.</summary>
    public TaskCompletionSource<ToolProgress> Progress { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes with the first piece of the reply.</summary>
    public TaskCompletionSource<string> FirstText { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Report(ToolProgress value) => Progress.TrySetResult(value);

    public void Text(string delta)
    {
        _text.Append(delta);
        _isOpen = true;
        FirstText.TrySetResult(delta);
    }

    public void EndText()
    {
        if (_isOpen)
        {
            _text.Append('\n');
            _isOpen = false;
        }
    }

    public void ToolCalled(string callId, string tool, string arguments)
    {
    }

    public void Resolved(string callId, ResolvedRequest request)
    {
    }

    public void ToolFinished(string callId, string tool, string status, string digest, TimeSpan duration)
    {
        lock (Finished)
        {
            Finished.Add((tool, status));
        }
    }

    public void Card(Card card) => Cards.Add(card);

    public void Notice(string code, string text) => Notices.Add(code);
}
