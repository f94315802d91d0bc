using System.Text;

namespace PromptLab.Simulator.TrackingLinks;

/// <summary>Builds links in the API's style: two codes, then the landing page and sub ids as parameters.</summary>
internal static class TrackingLink
{
    public const string Domain = "www.trk-polder.test";

    /// <param name="pageId">0 leaves the landing page out: the offer's own destination.</param>
    public static string Of(int offerId, int partnerId, int pageId, IEnumerable<KeyValuePair<string, string>> parameters)
    {
        var link = new StringBuilder($"https://{Domain}/{TrackingCode.Of(partnerId)}/{TrackingCode.Of(offerId)}/");
        var separator = '?';
        foreach (var (name, value) in pageId == 0 ? parameters : parameters.Prepend(new("uid", $"{pageId}")))
        {
            link.Append(separator).Append(name).Append('=').Append(Uri.EscapeDataString(value));
            separator = '&';
        }
        return link.ToString();
    }
}
