using Serilog;

namespace PromptLab.Host.Logging;

internal static class LoggingRegistration
{
    /// <summary>Serilog to the console; levels and sinks come from the section <c>Serilog</c>.</summary>
    public static void AddLogging(this WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        builder.Logging.AddSerilog(new LoggerConfiguration().ReadFrom.Configuration(builder.Configuration).CreateLogger(), dispose: true);
    }
}
