namespace PromptLab.Plugins.Arguments;

internal static class TopArgument
{
    /// <param name="most">More than this is cut down with a note: a longer list belongs in an export.</param>
    public static int Read(RequestDraft draft, int usual, int most)
    {
        var stated = NumberArgument.Whole(draft, "top_n", "number of places", least: 1, most: 10_000);
        var top = Math.Min(stated ?? usual, most);
        if (stated > most)
        {
            draft.Note($"At most {most} places are listed here; an export has them all.");
        }

        draft.Show("top_n", "Places", $"top {top}", isDefault: stated is null);
        return top;
    }
}
