using System.Text.Json.Serialization;

namespace PromptLab.Workflows.DefaultPages;

/// <summary>Why clicks probably end on a default page.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DefaultPageMeaning>))]
public enum DefaultPageMeaning
{
    /// <summary>The clicks reached the offer's own destination (page 0): the link names no landing page, or none that is alive.</summary>
    [JsonStringEnumMemberName("broken_link")]
    BrokenLink,

    /// <summary>The clicks were led to a page that is called a default or fallback: somebody has set it up so.</summary>
    [JsonStringEnumMemberName("wrong_setup")]
    WrongSetup,
}
