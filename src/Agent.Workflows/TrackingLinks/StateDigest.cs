using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PromptLab.Everflow.Visibility;

namespace PromptLab.Workflows.TrackingLinks;

/// <summary>States of the network as short texts that are equal when the states are.</summary>
internal static class StateDigest
{
    /// <summary>What is set on an offer for all partners but one.</summary>
    public static string OfOthers(OfferPartners settings, int partnerId) =>
        Of($"{Ids(settings.Visible, partnerId)};{Ids(settings.Hidden, partnerId)};{Ids(settings.Rejected, partnerId)}");

    /// <summary>SHA-256 in lower-case hex.</summary>
    public static string Of(string state) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(state)));

    private static string Ids(IEnumerable<int> ids, int without) =>
        string.Join(',', ids.Where(id => id != without).Order().Select(id => id.ToString(CultureInfo.InvariantCulture)));
}
