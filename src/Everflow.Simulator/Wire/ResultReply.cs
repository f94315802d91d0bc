namespace PromptLab.Simulator.Wire;

/// <summary>What writes answer: <c>{"result": true}</c>.</summary>
internal sealed record ResultReply(bool Result)
{
    public static ResultReply Done { get; } = new(true);
}
