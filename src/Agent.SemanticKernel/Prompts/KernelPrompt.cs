using Microsoft.SemanticKernel;

namespace PromptLab.SemanticKernel.Prompts;

/// <summary>A version of a prompt file as Semantic Kernel takes it.</summary>
/// <param name="Defaults">What its variables are when nothing else is said; a template does not look into its configuration for them.</param>
internal sealed record KernelPrompt(IPromptTemplate Template, IReadOnlyDictionary<string, string> Defaults, PromptExecutionSettings Settings)
{
    public Task<string> RenderAsync(Kernel kernel, CancellationToken cancellationToken)
    {
        var arguments = new KernelArguments();
        foreach (var (name, value) in Defaults)
        {
            arguments[name] = value;
        }

        return Template.RenderAsync(kernel, arguments, cancellationToken);
    }
}
