using System.Text;
using PromptLab.Workflows.Exports;

namespace PromptLab.Workflows.Fraud;

/// <summary>Rows on the disk between two passes; gone when disposed.</summary>
internal sealed class FraudSpool : IAsyncDisposable
{
    private const int Buffer = 64 * 1024;
    private const int CheckEvery = 20_000;

    private readonly FileStream _file;
    private readonly BinaryWriter _writer;
    private readonly Action _checkSpace;
    private long _rows;

    public FraudSpool(string path, Action checkSpace)
    {
        _checkSpace = checkSpace;
        _file = new FileStream(path, FileMode.Create, FileAccess.ReadWrite, FileShare.None, Buffer, FileOptions.DeleteOnClose);
        _writer = new BinaryWriter(_file, Encoding.UTF8, leaveOpen: true);
    }

    public void Add(ConversionLine line)
    {
        if (_rows++ % CheckEvery == 0)
        {
            _checkSpace();
        }

        foreach (var end in line.Ends)
        {
            _writer.Write(end);
        }

        _writer.Write(line.Bytes);
    }

    /// <summary>The same object for each row, with that row's values.</summary>
    public IEnumerable<ConversionLine> Read()
    {
        _writer.Flush();
        _file.Position = 0;
        using var reader = new BinaryReader(_file, Encoding.UTF8, leaveOpen: true);
        var ends = new int[ConversionFields.Names.Length];
        var line = new ConversionLine();
        for (var row = 0L; row < _rows; row++)
        {
            for (var at = 0; at < ends.Length; at++)
            {
                ends[at] = reader.ReadInt32();
            }

            Fill(line, ends, reader.ReadBytes(ends[^1]));
            yield return line;
        }
    }

    private static void Fill(ConversionLine line, int[] ends, byte[] bytes)
    {
        line.Clear();
        for (var at = 0; at < ends.Length; at++)
        {
            line.Add(bytes.AsSpan((at == 0 ? 0 : ends[at - 1])..ends[at]));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        await _file.DisposeAsync();
    }
}
