using Microsoft.Extensions.Options;

namespace PromptLab.Workflows.AlertRules;

/// <summary>Every configured rule must be one that could be saved.</summary>
internal sealed class AlertOptionsValidator(AlertRuleDefaults defaults) : IValidateOptions<AlertOptions>
{
    public ValidateOptionsResult Validate(string? name, AlertOptions options)
    {
        var faults = defaults.Configured(options).SelectMany(rule => AlertRuleFaults.Find(rule, defaults.Channels)
            .Select(fault => $"{AlertOptions.Section}:Rules, “{rule.Name}”, {fault.Key}: {string.Join(' ', fault.Value)}")).ToList();
        if (options.Retries is < 0 or > 10)
        {
            faults.Add($"{AlertOptions.Section}:Retries is {options.Retries}; use 0 to 10.");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
