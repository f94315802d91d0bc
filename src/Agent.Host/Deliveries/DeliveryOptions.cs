using System.ComponentModel.DataAnnotations;

namespace PromptLab.Host.Deliveries;

/// <summary>Section <c>Deliveries</c>: how messages for channels are sent.</summary>
public sealed class DeliveryOptions
{
    public const string Section = "Deliveries";

    /// <summary>How often the outbox is looked into.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:05:00")]
    public TimeSpan Poll { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>From connecting to the end of the reply.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:02:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>After so many attempts a delivery is given up and the operators are told.</summary>
    [Range(1, 100)]
    public int Attempts { get; set; } = 10;

    /// <summary>Before the second attempt; it doubles from there, with jitter.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "01:00:00")]
    public TimeSpan FirstPause { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Also the longest <c>Retry-After</c> that is waited for.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "1.00:00:00")]
    public TimeSpan LongestPause { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>A delivery whose process died is sent by another one after this time; longer than <see cref="Timeout"/>.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(30);
}
