using System.Buffers;
using System.Text;

namespace PromptLab.Workflows.Exports;

/// <summary>Text that a spreadsheet would run as a formula gets an apostrophe in front, which spreadsheets take as "this is text".</summary>
internal static class FormulaSafety
{
    // With the full-width forms, which some spreadsheets take for the same.
    private const string Starts = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    /// <param name="text">UTF-8.</param>
    public static bool IsFormula(ReadOnlySpan<byte> text) =>
        Rune.DecodeFromUtf8(text, out var first, out _) == OperationStatus.Done && first.IsBmp && Starts.Contains((char)first.Value, StringComparison.Ordinal);

    public static string Of(string text) => text.Length > 0 && Starts.Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;
}
