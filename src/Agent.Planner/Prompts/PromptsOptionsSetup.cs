using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace PromptLab.Planner.Prompts;

/// <summary>Makes the directory absolute and checks the section.</summary>
internal sealed class PromptsOptionsSetup(IEnumerable<IHostEnvironment> environments)
    : IPostConfigureOptions<PromptsOptions>, IValidateOptions<PromptsOptions>
{
    public void PostConfigure(string? name, PromptsOptions options)
    {
        var roots = environments.Select(e => e.ContentRootPath).Append(AppContext.BaseDirectory);
        var places = roots.Select(root => Path.GetFullPath(Path.Combine(root, options.Directory))).ToList();
        options.Directory = places.Find(Directory.Exists) ?? places[^1];
    }

    public ValidateOptionsResult Validate(string? name, PromptsOptions options)
    {
        List<string> problems = [];
        if (!Directory.Exists(options.Directory))
        {
            problems.Add($"{PromptsOptions.Section}:Directory: there is no directory {options.Directory}.");
        }

        if (options.Settle < TimeSpan.Zero)
        {
            problems.Add($"{PromptsOptions.Section}:Settle is {options.Settle}; it must not be below 0.");
        }

        if (options.PollInterval <= TimeSpan.Zero)
        {
            problems.Add($"{PromptsOptions.Section}:PollInterval is {options.PollInterval}; it must be above 0.");
        }

        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
