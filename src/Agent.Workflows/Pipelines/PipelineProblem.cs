using System.Text.Json.Serialization;

namespace PromptLab.Workflows.Pipelines;

/// <summary>Something that is wrong with a pipeline, or may be.</summary>
/// <param name="Field">As the HTTP API calls it, for example <c>steps[1].inputs.text</c>.</param>
/// <param name="Message">A sentence that says what to do.</param>
/// <param name="Severity"><c>error</c>: it cannot be saved; <c>warning</c>: it can.</param>
public sealed record PipelineProblem(string Field, string Message, string Severity)
{
    public const string Error = "error";
    public const string Warning = "warning";

    [JsonIgnore]
    public bool IsError => Severity == Error;

    internal static PipelineProblem Wrong(string field, string message) => new(field, message, Error);

    internal static PipelineProblem Doubtful(string field, string message) => new(field, message, Warning);
}
