namespace PromptLab.Workflows.Entities;

/// <summary>How a text led to an entity, the safest way first.</summary>
public enum MatchKind
{
    /// <summary>Its id.</summary>
    Id,

    /// <summary>Its name, letter by letter but for case.</summary>
    Exact,

    /// <summary>Its name but for spaces, punctuation, accents, brackets and a word like "offer" around it.</summary>
    Normalised,

    /// <summary>All words of the text are words of the name.</summary>
    Contained,

    /// <summary>The first letters of the name's words.</summary>
    Initials,

    /// <summary>Every word of the text resembles a word of the name.</summary>
    Fuzzy,
}
