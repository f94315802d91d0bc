using Microsoft.Extensions.Hosting;

namespace PromptLab.Workflows.AlertRules;

/// <summary>Takes the rules of the configuration over before the service answers.</summary>
internal sealed class AlertRulesStart(AlertRuleBook rules) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => rules.ConfigureAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
