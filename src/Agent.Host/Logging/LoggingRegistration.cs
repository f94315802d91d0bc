using Serilog;
using Serilog.Events;

namespace PromptLab.Host.Logging;

internal static class LoggingRegistration
{
    /// <summary>Serilog to the console; levels and sinks come from the section <c>Serilog</c>.</summary>
    public static void AddLogging(this WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        var logger = new LoggerConfiguration().ReadFrom.Configuration(builder.Configuration)
            // It writes the query of every request, and download links have their token there.
            .MinimumLevel.Override("Microsoft.AspNetCore.Hosting.Diagnostics", LogEventLevel.Warning)
            .CreateLogger();
        builder.Logging.AddSerilog(logger, dispose: true);
    }
}
