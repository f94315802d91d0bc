
using PromptLab.Host.Evaluation;

namespace PromptLab.Host.Commands;

/// <summary>The verbs of the program: <c>run</c> (also without a verb), <c>eval</c> and <c>key</c>.</summary>
internal static class CommandLine
{
    private const int Misused = 2;

    public static async Task<int> RunAsync(string[] args, Terminal terminal)
    {
        using var stop = new CancellationTokenSource();
        return args switch
        {
            ["eval", .. var rest] => await EvaluationCommand.RunAsync(rest, terminal, stop.Token),
            ["key", .. var rest] => await KeyCommand.RunAsync(rest, terminal, stop.Token),
            ["run", .. var rest] => await RunCommand.RunAsync(rest, terminal, stop.Token),
            [] or [['-', ..], ..] => await RunCommand.RunAsync(args, terminal, stop.Token),
            _ => await MisusedAsync(args[0], terminal),
        };
    }

    private static async Task<int> MisusedAsync(string verb, Terminal terminal)
    {
        await terminal.Error.WriteLineAsync($"There is no command '{verb}'. The commands are: run, eval, key.");
        return Misused;
    }
}
