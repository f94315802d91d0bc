using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using PromptLab.Host.Slack.Answers;
using PromptLab.Host.Slack.Incoming;
using PromptLab.Host.Slack.Posting;
using PromptLab.Host.Slack.Sending;
using PromptLab.Host.Slack.Work;

namespace PromptLab.Host.Slack;

internal static class SlackRegistration
{
    /// <summary>The two Slack doors: the app of a workspace, and posting in Slack's manner.</summary>
    public static IServiceCollection AddSlack(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<SlackOptions>().BindConfiguration(SlackOptions.Section).ValidateDataAnnotations();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<SlackOptions>, SlackOptionsCheck>());
        services.AddSingleton<SlackRequests>().AddSingleton<SlackEvents>().AddSingleton<SlackCommands>().AddSingleton<SlackInteractions>();
        services.AddSingleton<SlackContent>().AddSingleton<SlackTurns>().AddSingleton<SlackQuestions>().AddSingleton<SlackDecisions>();
        services.AddSingleton<SlackApi>().AddSingleton<SlackCourier>();
        services.AddSingleton<SlackCallers>().AddSingleton<SlackPosting>().AddSingleton<SlackPostAnswers>();
        services.AddSingleton<SlackThreadReader>().AddSingleton<SlackReading>();
        services.AddHostedService<SlackInboxWorker>();
        services.AddHostedService<SlackSender>();
        services.AddHostedService<SlackSurfaces>();
        return services;
    }

    public static IEndpointRouteBuilder MapSlack(this IEndpointRouteBuilder routes) => routes.MapSlackApp().MapSlackPosting();
}
