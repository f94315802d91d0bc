using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using PromptLab.Data.Paging;
using PromptLab.Data.Sharing;
using PromptLab.Data.Templates;
using PromptLab.Host.Templates;
using PromptLab.Workflows.Templates;

namespace PromptLab.Host.Mcp;

/// <summary>The user's prompt templates, and those that others share, as MCP prompts.</summary>
internal sealed class McpPrompts(TemplateReader templates)
{
    private const int PageSize = 50;
    private const int LongestName = 400;

    public async ValueTask<ListPromptsResult> ListAsync(string owner, string? cursor, CancellationToken cancellationToken)
    {
        var page = await ReadAsync(owner, cursor, cancellationToken);
        var prompts = new List<Prompt>(page.Data.Count);
        foreach (var template in page.Data)
        {
            prompts.Add(Describe(owner, template, (await templates.NewestAsync(template, cancellationToken)).Body));
        }

        return new ListPromptsResult { Prompts = prompts, NextCursor = page.Next };
    }

    public async ValueTask<GetPromptResult> GetAsync(
        string owner, string name, IDictionary<string, JsonElement>? arguments, CancellationToken cancellationToken)
    {
        var template = await FindAsync(owner, name, cancellationToken)
            ?? throw new McpProtocolException("There is no such prompt; prompts/list names them.", McpErrorCode.InvalidParams);
        var body = (await templates.NewestAsync(template, cancellationToken)).Body;
        var given = (arguments ?? new Dictionary<string, JsonElement>()).ToDictionary(argument => argument.Key, argument => argument.Value);
        var (prompt, problems) = TemplateRendering.Render(body, VariableText.Of(given));
        return prompt is null
            ? throw new McpProtocolException(string.Join(' ', problems.Select(problem => problem.Text)), McpErrorCode.InvalidParams)
            : new GetPromptResult { Description = Description(template), Messages = [.. Messages(prompt)] };
    }

    private async Task<Page<Template>> ReadAsync(string owner, string? cursor, CancellationToken cancellationToken)
    {
        try
        {
            return await templates.ListAsync(owner, new TemplateFilter(), cursor, PageSize, cancellationToken);
        }
        catch (InvalidCursorException)
        {
            throw new McpProtocolException("Use the nextCursor of the page before, or none.", McpErrorCode.InvalidParams);
        }
    }

    private static Prompt Describe(string owner, Template template, TemplateBody body) => new()
    {
        Name = template.Owner == owner ? template.Name : $"{template.Owner}/{template.Name}",
        Title = template.Name,
        Description = Description(template),
        Arguments = [.. body.AllInputs().Select(Describe)],
    };

    private static PromptArgument Describe(TemplateInput input) => new()
    {
        Name = input.Name,
        Description = string.Join(' ', new[] { input.Description, input.Default is { } usual ? $"(usually {usual})" : "" }.Where(part => part.Length > 0)),
        Required = input.IsRequired && input.Default is null,
    };

    private static string? Description(Template template) => template.Description.Length > 0 ? template.Description : null;

    /// <summary>By its own name, or as <c>owner/name</c> when somebody else shares it.</summary>
    private async Task<Template?> FindAsync(string owner, string name, CancellationToken cancellationToken)
    {
        if (await templates.FindByNameAsync(owner, name, cancellationToken) is { } own)
        {
            return own;
        }

        return name.Length <= LongestName ? await FindSharedAsync(name, cancellationToken) : null;
    }

    /// <summary>Owners and names may have slashes of their own, as the users of a page of another site do.</summary>
    private async Task<Template?> FindSharedAsync(string name, CancellationToken cancellationToken)
    {
        for (var slash = name.LastIndexOf('/'); slash > 0; slash = name.LastIndexOf('/', slash - 1))
        {
            if (await templates.FindByNameAsync(name[..slash], name[(slash + 1)..], cancellationToken) is { Sharing: SharingScope.Team } shared)
            {
                return shared;
            }
        }

        return null;
    }

    /// <summary>MCP prompts have no system role: the instructions come first.</summary>
    private static IEnumerable<PromptMessage> Messages(RenderedPrompt prompt) =>
        new[] { prompt.SystemPrompt, prompt.Content }.Where(text => !string.IsNullOrWhiteSpace(text))
            .Select(text => new PromptMessage { Role = Role.User, Content = new TextContentBlock { Text = text! } });
}
