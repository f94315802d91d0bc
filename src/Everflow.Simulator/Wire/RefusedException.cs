namespace PromptLab.Simulator.Wire;

/// <summary>Ends a request with a status and the error body of the API.</summary>
internal sealed class RefusedException(int status, string message) : Exception(message)
{
    public int Status => status;

    public static RefusedException BadRequest(string message) => new(StatusCodes.Status400BadRequest, message);

    public static RefusedException NotFound() => new(StatusCodes.Status404NotFound, "Not Found");
}
