namespace PromptLab.Host.Chat;

/// <summary>The <c>Idempotency-Key</c> header.</summary>
internal static class IdempotencyKey
{
    public const string Rule = "Idempotency-Key must have 1 to 200 visible ASCII characters.";
    private const int Longest = 200;

    /// <summary>False when there is a header that breaks the rule; true with null when there is none.</summary>
    public static bool TryRead(HttpRequest request, out string? key)
    {
        key = null;
        if (!request.Headers.TryGetValue("Idempotency-Key", out var values))
        {
            return true;
        }

        key = values.ToString();
        return key.Length is > 0 and <= Longest && key.All(letter => letter is > ' ' and <= '~');
    }
}
