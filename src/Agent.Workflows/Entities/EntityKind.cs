namespace PromptLab.Workflows.Entities;

/// <summary>What a name or an id may mean.</summary>
public enum EntityKind
{
    Offer,
    Partner,
    LandingPage,
}
