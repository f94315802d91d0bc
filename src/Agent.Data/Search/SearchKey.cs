using System.Globalization;
using System.Text;

namespace PromptLab.Data.Search;

/// <summary>What lists filter by, as the words that the migrations put into the full-text indexes.</summary>
internal static class SearchKey
{
    private const int Longest = 100;

    /// <summary>Of an execution that is no row of an evaluation.</summary>
    public const string NoEvaluation = "qxe0";

    public static string Owner(string owner) => "qxo" + Hex(owner);

    public static string Template(Guid template) => $"qxt{template:n}";

    public static string Version(int version) => string.Create(CultureInfo.InvariantCulture, $"qxv{version}");

    /// <summary>Of one template, for runs, whose steps use several.</summary>
    public static string Version(Guid template, int version) => string.Create(CultureInfo.InvariantCulture, $"qxw{template:n}v{version}");

    public static string Pipeline(Guid pipeline) => $"qxl{pipeline:n}";

    public static string Evaluation(Guid evaluation) => $"qxe{evaluation:n}";

    public static string Status(string status) => "qxs" + status;

    public static string Provider(string provider) => "qxp" + Hex(provider);

    public static string Model(string model) => "qxm" + Hex(model);

    public static string Tag(string tag) => "qxg" + Hex(tag);

    public static bool IsTag(string key) => key.StartsWith("qxg", StringComparison.Ordinal);

    private static string Hex(string text) => Convert.ToHexStringLower(Encoding.UTF8.GetBytes(string.Concat(text.EnumerateRunes().Take(Longest))));
}
