namespace PromptLab.Everflow.Wire;

/// <summary>The envelope of every list; pages count from 1.</summary>
internal sealed class PagingWire
{
    public int Page { get; set; }

    public int PageSize { get; set; }

    public int TotalCount { get; set; }
}
