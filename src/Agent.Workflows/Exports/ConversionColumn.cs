namespace PromptLab.Workflows.Exports;

/// <summary>A column of a row-level report and how its cell is made of a row.</summary>
internal sealed record ConversionColumn(string Header, bool IsNumber, Func<ConversionLine, string> Cell)
{
    public static ConversionColumn Text(string header, ConversionField field) => new(header, false, line => line[field]);

    public static ConversionColumn Number(string header, ConversionField field) => new(header, true, line => line[field]);
}
