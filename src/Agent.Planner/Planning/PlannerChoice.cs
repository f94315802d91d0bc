using Microsoft.Extensions.Options;

namespace PromptLab.Planner.Planning;

/// <summary>Settles which planner runs. One that is not built in stops the start.</summary>
internal sealed class PlannerChoice(IEnumerable<BuiltInPlanner> planners) : IPostConfigureOptions<PlannerOptions>, IValidateOptions<PlannerOptions>
{
    public void PostConfigure(string? name, PlannerOptions options) => options.Kind =
        string.IsNullOrWhiteSpace(options.Kind) ? planners.Last().Name : Find(options.Kind) ?? options.Kind;

    public ValidateOptionsResult Validate(string? name, PlannerOptions options) => Find(options.Kind!) is not null
        ? ValidateOptionsResult.Success
        : ValidateOptionsResult.Fail($"{PlannerOptions.Section}:{nameof(options.Kind)} is \"{options.Kind}\", which is not built in. "
            + $"Built in: {string.Join(", ", planners.Select(planner => planner.Name))}. Semantic Kernel is built in when its package can be restored.");

    private string? Find(string kind) =>
        planners.FirstOrDefault(planner => string.Equals(planner.Name, kind.Trim(), StringComparison.OrdinalIgnoreCase))?.Name;
}
