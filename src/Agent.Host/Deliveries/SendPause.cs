namespace PromptLab.Host.Deliveries;

/// <summary>How long a message waits before its next attempt.</summary>
internal static class SendPause
{
    /// <param name="attempts">Made so far.</param>
    /// <param name="asked">What the receiver asked for; it is never undercut, but by <see cref="DeliveryOptions.LongestPause"/>.</param>
    public static TimeSpan Before(Guid id, int attempts, TimeSpan? asked, DeliveryOptions options)
    {
        var doubled = options.FirstPause * Math.Pow(2, Math.Clamp(attempts - 1, 0, 30)) * Jitter(id, attempts);
        var pause = asked > doubled ? asked.Value : doubled;
        return pause < options.LongestPause ? pause : options.LongestPause;
    }

    /// <summary>From 0.8 to 1.2, another one for each delivery and attempt, so that they do not all come back at once.</summary>
    private static double Jitter(Guid message, int attempts)
    {
        Span<byte> id = stackalloc byte[16];
        message.TryWriteBytes(id);
        return 0.8 + (0.4 * (byte)(id[15] + (attempts * 101)) / byte.MaxValue);
    }
}
