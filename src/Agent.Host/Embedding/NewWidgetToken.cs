using System.ComponentModel;

namespace PromptLab.Host.Embedding;

public sealed record NewWidgetToken(
    [property: Description("Who sits at the page, as your site knows them; leave it out for a token of your own.")] string? User = null,
    [property: Description("The only site whose pages may use the token, for example https://intranet.example.")] string? Origin = null);
