using PromptLab.Plugins.Rendering;
using PromptLab.Plugins.Tools;
using PromptLab.Workflows.Entities;

namespace PromptLab.Plugins.Arguments;

/// <summary>Reads offers, partners and landing pages by id or name, or asks with the candidates as buttons.</summary>
internal sealed class EntityArgument(Catalogue catalogue)
{
    /// <summary>The offer that was named; null when it was not given or is asked about.</summary>
    /// <param name="missing">The question when nothing was given; null when it may be left out.</param>
    public Task<NamedEntity?> OfferAsync(RequestDraft draft, string? missing, CancellationToken cancellationToken) =>
        ReadAsync(draft, EntityKind.Offer, "offer", missing, cancellationToken);

    /// <summary>The partner that was named; null when it was not given or is asked about.</summary>
    /// <param name="missing">The question when nothing was given; null when it may be left out.</param>
    public Task<NamedEntity?> PartnerAsync(RequestDraft draft, string? missing, CancellationToken cancellationToken) =>
        ReadAsync(draft, EntityKind.Partner, "partner", missing, cancellationToken);

    private async Task<NamedEntity?> ReadAsync(
        RequestDraft draft, EntityKind kind, string argument, string? missing, CancellationToken cancellationToken)
    {
        if (draft.Given.Text(argument) is not { } text)
        {
            if (missing is not null)
            {
                draft.Ask(argument, missing);
            }

            return null;
        }

        return Take(draft, kind, argument, text, await catalogue.MatchAsync(kind, text, cancellationToken));
    }

    public static NamedEntity? Take(RequestDraft draft, EntityKind kind, string argument, string text, EntityMatch match)
    {
        switch (match)
        {
            case EntityMatch.Found { Entity: var entity }:
                return Settle(draft, argument, text, entity);
            case EntityMatch.Ambiguous { Candidates: var candidates }:
                draft.Ask(argument, $"Several {Plural(kind)} fit “{MarkdownText.Escape(text)}”. Which one do you mean?", Choices(kind, candidates));
                return null;
            case EntityMatch.NotFound { Nearest: var nearest }:
                draft.Ask(argument, NotFound(kind, text, nearest), Choices(kind, nearest));
                return null;
            default:
                throw new InvalidOperationException($"A match has no case for {match.GetType().Name}.");
        }
    }

    /// <summary>How a question or header calls an entity: <c>Summer Promo 2024 (1001)</c>. Plain text, not Markdown.</summary>
    public static string Title(int id, string name) => $"{name} ({id})";

    public static IEnumerable<ToolChoice> Choices(EntityKind kind, IEnumerable<RankedEntity> candidates) =>
        candidates.Select(candidate => new ToolChoice(Title(candidate.Id, candidate.Name), $"{Noun(kind)} {candidate.Id}"));

    public static NamedEntity Settle(RequestDraft draft, string argument, string text, RankedEntity entity)
    {
        draft.Settle(argument, entity.Id);
        draft.Name(argument, entity.Name);
        draft.Show(argument, Label(argument), Title(entity.Id, entity.Name));
        if (!entity.IsCertain)
        {
            draft.Guess(argument, text, Title(entity.Id, entity.Name));
        }

        return new NamedEntity(entity.Id, entity.Name);
    }

    private static string NotFound(EntityKind kind, string text, IReadOnlyList<RankedEntity> nearest)
    {
        var known = NameRanking.ReadId(text, kind) is { } id ? $"with the id {id}" : $"called “{MarkdownText.Escape(text)}”";
        return nearest.Count > 0
            ? $"The network has no {Noun(kind)} {known}. Did you mean one of these?"
            : $"The network has no {Noun(kind)} {known}. Which {Noun(kind)} do you mean?";
    }

    private static string Label(string argument) => argument switch
    {
        "offer" => "Offer",
        "partner" => "Partner",
        _ => "Landing page",
    };

    private static string Noun(EntityKind kind) => kind switch
    {
        EntityKind.Offer => "offer",
        EntityKind.Partner => "partner",
        _ => "landing page",
    };

    private static string Plural(EntityKind kind) => Noun(kind) + "s";
}
