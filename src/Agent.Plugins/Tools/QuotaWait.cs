using System.Globalization;

namespace PromptLab.Plugins.Tools;

/// <summary>The wait for Everflow's quota, as the person is told of it.</summary>
internal static class QuotaWait
{
    public static ToolProgress Of(TimeSpan wait) => new("quota_wait", string.Create(
        CultureInfo.InvariantCulture, $"Everflow's request quota is used up; going on in about {Math.Max(1, Math.Ceiling(wait.TotalSeconds)):N0} s."));
}
