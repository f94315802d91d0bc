using Microsoft.AspNetCore.Http.HttpResults;

namespace PromptLab.Host.Problems;

/// <summary>RFC 9457 problems with a stable code and a sentence for a person.</summary>
internal static class ApiProblem
{
    public static ProblemHttpResult Create(int status, string code, string detail, params ReadOnlySpan<(string Name, object Value)> more)
    {
        var extensions = new Dictionary<string, object?> { ["code"] = code };
        foreach (var (name, value) in more)
        {
            extensions[name] = value;
        }

        return TypedResults.Problem(detail, statusCode: status, extensions: extensions);
    }

    /// <summary>One field that cannot be used.</summary>
    public static ProblemHttpResult Invalid(string code, string field, string detail) => Create(
        StatusCodes.Status422UnprocessableEntity, code, detail, ("errors", new Dictionary<string, string[]> { [field] = [detail] }));

    public static ProblemHttpResult ConversationNotFound() =>
        Create(StatusCodes.Status404NotFound, "conversation_not_found", "There is no such conversation.");
}
