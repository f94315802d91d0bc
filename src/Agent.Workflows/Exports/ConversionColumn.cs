namespace PromptLab.Workflows.Exports;

/// <summary>A column of a row-level report: a field as it is, or what is made of the row.</summary>
/// <param name="Make">Null for a field.</param>
internal sealed record ConversionColumn(string Header, bool IsNumber, ConversionField Field, Func<ConversionLine, string>? Make)
{
    public static ConversionColumn Text(string header, ConversionField field) => new(header, false, field, null);

    public static ConversionColumn Number(string header, ConversionField field) => new(header, true, field, null);

    public static ConversionColumn Made(string header, bool isNumber, Func<ConversionLine, string> make) => new(header, isNumber, default, make);

    public void Write(ConversionLine line, ExportFile file)
    {
        if (Make is null)
        {
            file.Add(line[Field]);
        }
        else
        {
            file.Add(Make(line));
        }
    }
}
