using System.Threading.Channels;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using PromptLab.Plugins.Tools;

namespace PromptLab.Host.Mcp;

/// <summary>Tells a client that asked for it what a long call is at.</summary>
internal sealed class McpProgress : IProgress<ToolProgress>, IAsyncDisposable
{
    private readonly Channel<string> _steps = Channel.CreateUnbounded<string>();
    private readonly Task _telling;

    public McpProgress(RequestContext<CallToolRequestParams> call) =>
        _telling = call.Params.ProgressToken is { } token ? TellAsync(call.Server, token) : Task.CompletedTask;

    public void Report(ToolProgress value) => _steps.Writer.TryWrite(value.Text);

    /// <summary>Everything is told before the result is.</summary>
    public async ValueTask DisposeAsync()
    {
        _steps.Writer.Complete();
        await _telling;
    }

    private async Task TellAsync(McpServer server, ProgressToken token)
    {
        var number = 0;
        await foreach (var text in _steps.Reader.ReadAllAsync(CancellationToken.None))
        {
            await server.NotifyProgressAsync(token, new ProgressNotificationValue { Progress = ++number, Message = text }, null, CancellationToken.None);
        }
    }
}
