using System.Globalization;
using System.Text;
using CsvHelper;

namespace PromptLab.Workflows.Exports;

/// <summary>
/// A CSV file (RFC 4180) being written. It has another name until it is whole and on the disk; disposed before that, nothing is left.
/// </summary>
internal sealed class ExportFile : IAsyncDisposable
{
    private const int Buffer = 64 * 1024;

    private readonly ExportFolder _folder;
    private readonly Guid _id;
    private readonly long _mostRows;
    private readonly FileStream _file;
    private readonly HashedStream _hashed;
    private readonly CsvWriter _csv;
    private IReadOnlyList<ExportColumn> _columns = [];
    private bool _isClosed;
    private long _rows;

    private ExportFile(ExportFolder folder, Guid id, ExportOptions options)
    {
        _folder = folder;
        _id = id;
        _mostRows = options.MaxRows;
        _file = new FileStream(folder.Part(id), FileMode.CreateNew, FileAccess.Write, FileShare.None, Buffer, FileOptions.Asynchronous);
        _hashed = new HashedStream(_file, folder.CheckSpace);
        _csv = CsvWriter.Create(_hashed, new CsvWriterOptions { WriteByteOrderMark = options.ByteOrderMark }, leaveOpen: true);
    }

    /// <summary>Data rows so far; read by other threads.</summary>
    public long Rows => Volatile.Read(ref _rows);

    public IReadOnlyList<string> Headers => [.. _columns.Select(column => column.Header)];

    /// <exception cref="ExportException">The disk is too full to begin.</exception>
    public static ExportFile Create(ExportFolder folder, Guid id, ExportOptions options)
    {
        folder.Create();
        folder.CheckSpace();
        return new ExportFile(folder, id, options);
    }

    public async Task BeginAsync(IReadOnlyList<ExportColumn> columns, CancellationToken cancellationToken)
    {
        _columns = columns;
        foreach (var column in columns)
        {
            _csv.WriteField(column.Header);
        }

        await _csv.EndRecordAsync(cancellationToken);
    }

    /// <param name="cells">In the order of the columns.</param>
    public async ValueTask AddAsync(IReadOnlyList<string> cells, CancellationToken cancellationToken)
    {
        foreach (var cell in cells)
        {
            Add(cell);
        }

        await EndRowAsync(cancellationToken);
    }

    /// <summary>The next cell of the row.</summary>
    public void Add(string cell) => _csv.WriteField(_columns[_csv.FieldCount].IsNumber && IsNumber(cell) ? cell : FormulaSafety.Of(cell));

    /// <summary>The next cell of the row, in UTF-8.</summary>
    public void Add(ReadOnlySpan<byte> cell)
    {
        if (!FormulaSafety.IsFormula(cell) || (_columns[_csv.FieldCount].IsNumber && IsNumber(cell)))
        {
            _csv.WriteField(cell);
        }
        else
        {
            _csv.WriteField(FormulaSafety.Of(Encoding.UTF8.GetString(cell)));
        }
    }

    public async ValueTask EndRowAsync(CancellationToken cancellationToken)
    {
        await _csv.EndRecordAsync(cancellationToken);
        if (++_rows > _mostRows)
        {
            throw ExportException.TooManyRows(_mostRows);
        }
    }

    /// <summary>Puts everything on the disk. It keeps its first name until <see cref="Publish"/>.</summary>
    public async Task<WrittenFile> CloseAsync(CancellationToken cancellationToken)
    {
        await _csv.FlushAsync(cancellationToken);
        await _csv.DisposeAsync();
        SyncToDisk();
        var written = new WrittenFile(_rows, _hashed.Bytes, _hashed.TakeHash());
        await CloseFileAsync();
        return written;
    }

    /// <summary>Makes the closed file appear under its final name.</summary>
    public void Publish() => File.Move(_folder.Part(_id), _folder.Report(_id), overwrite: true);

    public async ValueTask DisposeAsync()
    {
        await CloseFileAsync();
        File.Delete(_folder.Part(_id));
    }

    private void SyncToDisk() => _file.Flush(flushToDisk: true);

    private async Task CloseFileAsync()
    {
        if (!_isClosed)
        {
            _isClosed = true;
            await _file.DisposeAsync();
            await _hashed.DisposeAsync();
        }
    }

    private static bool IsNumber(ReadOnlySpan<byte> text) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    private static bool IsNumber(string text) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
}
