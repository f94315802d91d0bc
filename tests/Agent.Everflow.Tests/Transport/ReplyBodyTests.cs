using PromptLab.Everflow.Transport;

namespace PromptLab.Everflow.Tests.Transport;

public sealed class ReplyBodyTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(16 * 1024)]
    [InlineData(300_000)]
    public async Task A_body_of_any_size_is_read_with_and_without_an_announced_length(int size)
    {
        var bytes = new byte[size];
        Random.Shared.NextBytes(bytes);

        using var announced = await ReplyBody.ReadAsync(new ByteArrayContent(bytes), CancellationToken.None);
        using var streamed = await ReplyBody.ReadAsync(new StreamContent(new ForwardStream(bytes)), CancellationToken.None);

        announced.Bytes.SequenceEqual(bytes).ShouldBeTrue();
        streamed.Bytes.SequenceEqual(bytes).ShouldBeTrue();
        (await streamed.ReadAsByteArrayAsync()).ShouldBe(bytes);
    }

    [Fact]
    public async Task It_can_be_disposed_twice()
    {
        var body = await ReplyBody.ReadAsync(new ByteArrayContent([1, 2, 3]), CancellationToken.None);

        body.Dispose();
        var again = Record.Exception(body.Dispose);

        again.ShouldBeNull();
    }

    private sealed class ForwardStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
