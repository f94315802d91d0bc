using System.ComponentModel.DataAnnotations;

namespace PromptLab.Planner.Turns;

/// <summary>Limits of a turn; section <c>Turns</c>.</summary>
public sealed class TurnOptions
{
    public const string Section = "Turns";

    /// <summary>Longest message, in characters.</summary>
    [Range(1, 100_000, ErrorMessage = "Turns:MaxMessageLength must be from 1 to 100000.")]
    public int MaxMessageLength { get; set; } = 8_000;

    /// <summary>Turns that one user may start in a minute.</summary>
    [Range(1, int.MaxValue, ErrorMessage = "Turns:PerMinute must be at least 1.")]
    public int PerMinute { get; set; } = 60;

    [Range(1, 100, ErrorMessage = "Turns:MaxToolCalls must be from 1 to 100.")]
    public int MaxToolCalls { get; set; } = 8;

    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ErrorMessage = "Turns:Timeout must be from 00:00:01 to 01:00:00.")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(90);

    /// <summary>Tokens, in and out, that one turn may use.</summary>
    [Range(1, int.MaxValue, ErrorMessage = "Turns:MaxTokens must be at least 1.")]
    public int MaxTokens { get; set; } = 60_000;

    /// <summary>Tokens, in and out, that one user may use in a UTC day.</summary>
    [Range(1, long.MaxValue, ErrorMessage = "Turns:MaxTokensPerDay must be at least 1.")]
    public long MaxTokensPerDay { get; set; } = 5_000_000;

    /// <summary>Earlier messages that a model is shown.</summary>
    [Range(0, 100, ErrorMessage = "Turns:HistoryMessages must be from 0 to 100.")]
    public int HistoryMessages { get; set; } = 12;

    /// <summary>Characters of earlier messages that a model is shown; about four to a token.</summary>
    [Range(0, 200_000, ErrorMessage = "Turns:HistoryCharacters must be from 0 to 200000.")]
    public int HistoryCharacters { get; set; } = 6_000;
}
