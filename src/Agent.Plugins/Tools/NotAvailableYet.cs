namespace PromptLab.Plugins.Tools;

/// <summary>The honest answer of a tool whose work is not part of this version: the request was understood, nothing was done.</summary>
internal static class NotAvailableYet
{
    public static Task<ToolOutcome> Answer(string action) => Task.FromResult<ToolOutcome>(new ToolOutcome.Failed(new ToolProblem(
        "not_available_yet", $"I understood the request, but {action} is not available yet. Nothing was done.", [])));
}
