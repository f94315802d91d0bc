namespace PromptLab.Data.Paging;

/// <summary>A cursor that this service did not make, or not for this list. Doors answer it as a bad request.</summary>
public sealed class InvalidCursorException : Exception
{
    public InvalidCursorException()
        : base("The cursor is not one of this list.")
    {
    }

    public InvalidCursorException(string message)
        : base(message)
    {
    }

    public InvalidCursorException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
