using System.Runtime.CompilerServices;
using Microsoft.SemanticKernel;
using PromptLab.Planner.Prompts;

namespace PromptLab.SemanticKernel.Prompts;

/// <summary>Prompt files as prompt configurations of Semantic Kernel, each made once.</summary>
internal sealed class KernelPrompts
{
    private static readonly KernelPromptTemplateFactory Templates = new();
    private static readonly FunctionChoiceBehavior Choice =
        FunctionChoiceBehavior.Auto(options: new() { AllowConcurrentInvocation = true, RetainArgumentTypes = true });

    private readonly ConditionalWeakTable<PromptVersion, KernelPrompt> _known = [];

    /// <exception cref="MissingPromptInputException">The prompt needs values.</exception>
    public KernelPrompt Get(PromptVersion version) => _known.GetValue(version, Create);

    private static PromptTemplateConfig Configuration(PromptVersion version)
    {
        var configuration = new PromptTemplateConfig(version.Template)
        {
            Name = version.Name,
            Description = version.Description,
            TemplateFormat = PromptTemplateConfig.SemanticKernelTemplateFormat,
            InputVariables = [.. version.Inputs.Select(Variable)],
        };
        configuration.AddExecutionSettings(Settings(version.Settings));
        return configuration;
    }

    private static KernelPrompt Create(PromptVersion version)
    {
        version.RequireNothing();
        var configuration = Configuration(version);
        var defaults = version.Inputs.Where(input => input.Default is not null).ToDictionary(input => input.Name, input => input.Default!);
        return new KernelPrompt(Templates.Create(configuration), defaults, configuration.DefaultExecutionSettings!);
    }

    // Our values are put into prompts as they are; the taint rule is about whose they are, not about their signs.
    private static InputVariable Variable(PromptInput input) =>
        new() { Name = input.Name, Description = input.Description, Default = input.Default, IsRequired = input.IsRequired, AllowDangerouslySetContent = true };

    private static PromptExecutionSettings Settings(PromptSettings settings)
    {
        var named = new Dictionary<string, object>();
        Add("temperature", settings.Temperature);
        Add("max_tokens", settings.MaxOutputTokens);
        Add("top_p", settings.TopP);
        Add("stop_sequences", settings.StopSequences.Count == 0 ? null : settings.StopSequences);
        return new PromptExecutionSettings { FunctionChoiceBehavior = Choice, ExtensionData = named };

        void Add(string name, object? value)
        {
            if (value is not null)
            {
                named[name] = value;
            }
        }
    }
}
