namespace PromptLab.Simulator.Traffic;

/// <summary>The API's error codes of conversions, as far as they occur here.</summary>
internal static class ConversionError
{
    public const int Throttled = 1;
    public const int Duplicate = 8;
    public const int ManuallyRejected = 9;
    public const int InvalidTransaction = 12;
    public const int InvalidClick = 13;
    public const int TooFast = 20;
    public const int Fraudulent = 22;

    private static readonly int[] OfInvalidConversions = [Duplicate, TooFast, InvalidClick, InvalidTransaction];

    public static int OfInvalid(ulong hash) => OfInvalidConversions[(int)((hash >> 4) & 3)];

    public static string Text(int code) => code switch
    {
        Throttled => "Throttled",
        Duplicate => "Duplicate",
        ManuallyRejected => "Manually Rejected",
        InvalidTransaction => "Invalid Transaction ID",
        InvalidClick => "Invalid Click",
        TooFast => "Below Lookback Window",
        Fraudulent => "Fraudulent Conversion",
        _ => "",
    };
}
