using System.ComponentModel.DataAnnotations;

namespace PromptLab.Host.Embedding;

/// <summary>Section <c>Embedding</c>: who may have the widget on pages of other sites.</summary>
public sealed class EmbeddingOptions
{
    public const string Section = "Embedding";

    /// <summary>Sites whose pages may call this service, for example <c>https://intranet.example</c>; none unless they are named.</summary>
    public IList<string> Origins { get; init; } = [];

    /// <summary>Owners of API keys whose back end vouches for its users: their tokens are for the user that they name, not for one under their own name.</summary>
    public IList<string> Minters { get; init; } = [];

    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00", ErrorMessage = "Embedding:TokenLifetime must be from 00:01:00 to 1.00:00:00.")]
    public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromMinutes(15);
}
