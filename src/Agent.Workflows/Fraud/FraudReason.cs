using System.Globalization;
using PromptLab.Workflows.Exports;

namespace PromptLab.Workflows.Fraud;

/// <summary>Why a conversion is in the list, in words.</summary>
internal static class FraudReason
{
    /// <param name="shared">How many other rows of the report come from the same click address.</param>
    /// <param name="fast">Seconds under which a conversion follows its click too fast.</param>
    public static string Of(ConversionLine line, long shared, int fast)
    {
        var parts = new List<string>(3) { Verdict(line) };
        if (line.Seconds() is { } seconds && seconds < fast)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"converted {seconds} s after the click"));
        }

        if (shared > 0)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"click address shared with {shared} other {(shared == 1 ? "row" : "rows")} of this report"));
        }

        return string.Join("; ", parts);
    }

    private static string Verdict(ConversionLine line)
    {
        var status = line.Text(ConversionField.Status);
        var verdict = line.IsThrottled ? $"throttled by the offer's rule ({status})" : status;
        var code = line.Text(ConversionField.ErrorCode) is var number and not ("" or "0") ? $"error {number}" : "";
        var detail = (line.Text(ConversionField.ErrorMessage), code) switch
        {
            ("", "") => "",
            ("", var error) => $": {error}",
            (var message, "") => $": {message}",
            var (message, error) => $": {message} ({error})",
        };
        return verdict + detail;
    }
}
