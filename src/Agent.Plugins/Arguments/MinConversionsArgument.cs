using PromptLab.Plugins.Rendering;

namespace PromptLab.Plugins.Arguments;

internal static class MinConversionsArgument
{
    private const int Most = 1_000_000;

    public static int Read(RequestDraft draft, int usual)
    {
        var stated = NumberArgument.Whole(draft, "min_conversions", "number of conversions", least: 0, Most);
        var least = stated ?? usual;
        if (least > 0)
        {
            draft.Show("min_conversions", "Minimum", $"min. {Figures.Count(least)} {(least == 1 ? "conversion" : "conversions")}", isDefault: stated is null);
        }

        return least;
    }
}
