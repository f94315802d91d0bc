using System.Text;
using PromptLab.Workflows.Exports;
using PromptLab.Workflows.Fraud;

namespace PromptLab.Workflows.Tests.Exports;

public sealed class ConversionLineTests
{
    [Theory]
    [InlineData("2025-01-14 10:00:07", "2025-01-14 10:00:00", "0.0019", 7L)]
    [InlineData("2025-03-30 03:00:05", "2025-03-30 01:59:55", "0.0028", 10L)]
    [InlineData("2025-01-14 10:00:07", "", "0.5", 1800L)]
    [InlineData("2025-01-14 10:00:07", "2025-01-14 10:00:00", "", 7L)]
    [InlineData("", "", "", null)]
    public void Click_to_conversion_takes_the_times_unless_clocks_changed(string date, string click, string hours, long? seconds)
    {
        var line = Line((ConversionField.Date, date), (ConversionField.ClickDate, click), (ConversionField.DeltaHours, hours));

        line.Seconds().ShouldBe(seconds);
    }

    [Theory]
    [InlineData("0123456789abcdef0123456789abcdef", true)]
    [InlineData("0123456789abcdef0123456789abcde", false)]
    [InlineData("", false)]
    public void An_id_that_was_cut_off_is_none(string id, bool isId)
    {
        Line((ConversionField.ConversionId, id)).TryReadId(out _).ShouldBe(isId);
    }

    [Fact]
    public void A_row_longer_than_any_before_is_taken_whole()
    {
        var line = Line((ConversionField.Referer, new string('x', 10_000)), (ConversionField.Payout, "1.25"));

        line.Text(ConversionField.Referer).Length.ShouldBe(10_000);
        line.Payout.ShouldBe(1.25m);
    }

    [Theory]
    [InlineData("rejected", "1", "1", "Throttled", 0, "throttled by the offer's rule (rejected): Throttled (error 1)")]
    [InlineData("invalid", "0", "20", "", 1, "invalid: error 20; click address shared with 1 other row of this report")]
    [InlineData("rejected", "0", "0", "Looks odd", 2, "rejected: Looks odd; click address shared with 2 other rows of this report")]
    [InlineData("invalid", "0", "0", "", 0, "invalid")]
    public void The_reason_names_status_error_and_sharing(string status, string isThrottled, string code, string message, int shared, string reason)
    {
        var line = Line(
            (ConversionField.Status, status), (ConversionField.IsThrottled, isThrottled), (ConversionField.ErrorCode, code), (ConversionField.ErrorMessage, message));

        FraudReason.Of(line, shared, fast: 15).ShouldBe(reason);
    }

    [Theory]
    [InlineData("14", "invalid; converted 14 s after the click")]
    [InlineData("15", "invalid")]
    public void Too_fast_is_under_the_limit(string second, string reason)
    {
        var line = Line(
            (ConversionField.Status, "invalid"), (ConversionField.Date, $"2025-01-14 10:00:{second}"), (ConversionField.ClickDate, "2025-01-14 10:00:00"));

        FraudReason.Of(line, shared: 0, fast: 15).ShouldBe(reason);
    }

    private static ConversionLine Line(params (ConversionField Field, string Value)[] values)
    {
        var line = new ConversionLine();
        foreach (var field in Enum.GetValues<ConversionField>())
        {
            line.Add(Encoding.UTF8.GetBytes(values.FirstOrDefault(value => value.Field == field).Value ?? ""));
        }

        return line;
    }
}
