namespace PromptLab.Planner.Offline.Vocabulary;

/// <summary>A concept and the words that it takes.</summary>
/// <param name="At">Index of its first word.</param>
internal readonly record struct ConceptHit(Concept Concept, int At, int Length)
{
    public int End => At + Length;
}
