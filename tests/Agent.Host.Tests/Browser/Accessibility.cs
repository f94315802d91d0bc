using Microsoft.Playwright;
using PromptLab.Host.Tests.Conformance;

namespace PromptLab.Host.Tests.Browser;

/// <summary>What axe-core (npm) finds on a page, shadow trees included.</summary>
internal static class Accessibility
{
    private const string Script = "tests/Agent.Host.Tests/Conformance/node_modules/axe-core/axe.min.js";

    private const string Run =
        """
        async () => (await axe.run(document, { resultTypes: ['violations'] })).violations
          .filter(({ impact }) => impact === 'serious' || impact === 'critical')
          .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ target, any }) => `${target.flat().join(' ')} ${any.map(({ message }) => message).join(' ')}`).join(' | ')}`)
        """;

    /// <summary>Serious and critical violations, each with where it is.</summary>
    public static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page)
    {
        // Evaluated by the debugger, which no content security policy stops.
        await page.EvaluateAsync(await File.ReadAllTextAsync(Path.Combine(NodeScript.Root, Script)));
        return await page.EvaluateAsync<string[]>(Run);
    }
}
