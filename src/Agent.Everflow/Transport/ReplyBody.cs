using System.Buffers;
using System.Net;

namespace PromptLab.Everflow.Transport;

/// <summary>A whole body in pooled memory, which goes back when the response is disposed.</summary>
internal sealed class ReplyBody : HttpContent
{
    private const int FirstSize = 16 * 1024;

    /// <summary>Ten times a table of 10,000 rows; more is not a reply but a fault.</summary>
    private const int MostBytes = 128 * 1024 * 1024;

    private byte[] _buffer;
    private int _length;

    private ReplyBody(int size) => _buffer = ArrayPool<byte>.Shared.Rent(size);

    public Span<byte> Bytes => _buffer.AsSpan(0, _length);

    /// <summary>Reads to the end and disposes of the original.</summary>
    public static async ValueTask<ReplyBody> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        // One byte more than announced, so that the end is seen without growing.
        var announced = content.Headers.ContentLength is > 0 and < MostBytes and var length ? (int)length + 1 : FirstSize;
        var body = new ReplyBody(announced);
        try
        {
            await using var stream = await content.ReadAsStreamAsync(cancellationToken);
            await body.FillAsync(stream, cancellationToken);
            content.Dispose();
            return body;
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        stream.WriteAsync(_buffer, 0, _length);

    protected override bool TryComputeLength(out long length)
    {
        length = _length;
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        if (Interlocked.Exchange(ref _buffer, []) is { Length: > 0 } buffer)
            ArrayPool<byte>.Shared.Return(buffer);
        base.Dispose(disposing);
    }

    private async ValueTask FillAsync(Stream stream, CancellationToken cancellationToken)
    {
        while (await stream.ReadAsync(_buffer.AsMemory(_length), cancellationToken) is > 0 and var read)
        {
            _length += read;
            if (_length == _buffer.Length)
                Grow();
        }
    }

    private void Grow()
    {
        if (_length >= MostBytes)
            throw new InvalidDataException("The reply is larger than any that the API documents.");

        var larger = ArrayPool<byte>.Shared.Rent(2 * _length);
        Bytes.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
