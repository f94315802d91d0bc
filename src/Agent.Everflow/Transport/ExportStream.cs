using PromptLab.Everflow.Quota;
using PromptLab.Everflow.Resilience;

namespace PromptLab.Everflow.Transport;

/// <summary>A file of the API as it arrives. Holds its place among the reports until it is closed; a pause between two reads
/// that is longer than an attempt may take, or a connection that breaks, ends it with <see cref="EverflowException"/>.</summary>
internal sealed class ExportStream(
    HttpResponseMessage response, QuotaLease? lease, string operation, TimeSpan longestPause, TimeProvider time) : Stream
{
    private readonly Stream _body = response.Content.ReadAsStream();

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        using var pause = new CancellationTokenSource(longestPause, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(pause.Token, cancellationToken);
        try
        {
            return await _body.ReadAsync(buffer, either.Token);
        }
        catch (OperationCanceledException stalled) when (!cancellationToken.IsCancellationRequested)
        {
            throw Failure(EverflowFailure.Timeout, stalled);
        }
        catch (Exception broken) when (Faults.KindOf(broken) is { } kind)
        {
            throw Failure(kind, broken);
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Exports are read asynchronously.");

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            response.Dispose();
            lease?.Dispose();
        }

        base.Dispose(disposing);
    }

    private EverflowException Failure(EverflowFailure kind, Exception cause) =>
        new(kind, operation, Faults.Describe(kind), cause) { Status = response.StatusCode };
}
