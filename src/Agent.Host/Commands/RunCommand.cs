using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using PromptLab.Host.About;
using PromptLab.Host.Hosting;
using PromptLab.Planner.Turns;

namespace PromptLab.Host.Commands;

/// <summary>Serves until it is stopped.</summary>
internal static class RunCommand
{
    private const int Failed = 1;

    public static async Task<int> RunAsync(string[] args, Terminal terminal, CancellationToken cancellationToken)
    {
        try
        {
            await using var app = await ServiceHost.BuildAsync(args, TimeProvider.System, cancellationToken);
            await StartAsync(app, cancellationToken);
            Greet(app, terminal.Output);
            await app.WaitForShutdownAsync(cancellationToken);
            return 0;
        }
        catch (OptionsValidationException exception)
        {
            return await FailAsync(terminal, "The configuration cannot be used:\n  " + string.Join("\n  ", exception.Failures));
        }
        catch (SettingException exception)
        {
            return await FailAsync(terminal, exception.Message);
        }
        catch (InvalidOperationException exception) when (BindingProblem.Of(exception) is { } problem)
        {
            return await FailAsync(terminal, "The configuration cannot be used:\n  " + problem);
        }
        catch (IOException exception) when (exception.InnerException is AddressInUseException or SocketException)
        {
            return await FailAsync(terminal, exception.Message + " Choose another port with --port.");
        }
    }

    /// <summary>What has started already is stopped in order when the rest cannot start.</summary>
    private static async Task StartAsync(WebApplication app, CancellationToken cancellationToken)
    {
        // The start looks at the settings, too, but only after it has made every hosted service, and it logs what is wrong as a crash.
        app.Services.GetRequiredService<IStartupValidator>().Validate();
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch
        {
            await app.StopAsync(CancellationToken.None);
            throw;
        }
    }

    private static void Greet(WebApplication app, TextWriter output)
    {
        var address = app.Urls.First();
        var source = app.Services.GetRequiredService<DataSource>();
        output.WriteLine($"PromptLab answers at {address}{(source.IsDemo ? " (demo data from a simulated network)" : "")}");
        output.WriteLine("Ask there, for example:");
        foreach (var question in ExampleQuestions.All)
        {
            output.WriteLine($"  {question}");
        }
    }

    private static async Task<int> FailAsync(Terminal terminal, string message)
    {
        await terminal.Error.WriteLineAsync(message);
        return Failed;
    }
}
