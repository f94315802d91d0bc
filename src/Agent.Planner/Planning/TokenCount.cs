namespace PromptLab.Planner.Planning;

/// <summary>Tokens used so far, as the model's provider counts them.</summary>
internal sealed class TokenCount
{
    public long Input { get; private set; }

    public long Output { get; private set; }

    public void Add(long? input, long? output)
    {
        Input += input ?? 0;
        Output += output ?? 0;
    }
}
