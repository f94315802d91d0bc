using PromptLab.Data.Deliveries;

namespace PromptLab.Host.Deliveries;

/// <summary>How long a delivery waits before its next attempt.</summary>
internal static class SendPause
{
    /// <param name="asked">What the receiver asked for; it is never undercut, but by <see cref="DeliveryOptions.LongestPause"/>.</param>
    public static TimeSpan Before(DeliveryRow delivery, TimeSpan? asked, DeliveryOptions options)
    {
        var doubled = options.FirstPause * Math.Pow(2, Math.Min(delivery.Attempts - 1, 30)) * Jitter(delivery);
        var pause = asked > doubled ? asked.Value : doubled;
        return pause < options.LongestPause ? pause : options.LongestPause;
    }

    /// <summary>From 0.8 to 1.2, another one for each delivery and attempt, so that they do not all come back at once.</summary>
    private static double Jitter(DeliveryRow delivery)
    {
        Span<byte> id = stackalloc byte[16];
        delivery.Id.TryWriteBytes(id);
        return 0.8 + (0.4 * (byte)(id[15] + (delivery.Attempts * 101)) / byte.MaxValue);
    }
}
