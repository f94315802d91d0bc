using PromptLab.Simulator.Randomness;
using PromptLab.Simulator.Traffic;

namespace PromptLab.Simulator.Dimensions;

/// <summary>The kinds of device; each stream comes from one.</summary>
internal static class DeviceList
{
    public static IReadOnlyList<Device> All { get; } =
    [
        new(22, "Mobile", "iOS", "17.5", "Apple", "iPhone 15", "Safari", "Wi-Fi", "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Safari/604.1"),
        new(8, "Mobile", "iOS", "16.7", "Apple", "iPhone 12", "Safari", "Cellular", "Mozilla/5.0 (iPhone; CPU iPhone OS 16_7 like Mac OS X) Safari/604.1"),
        new(18, "Mobile", "Android", "14", "Samsung", "Galaxy S23", "Chrome Mobile", "Cellular", "Mozilla/5.0 (Linux; Android 14; SM-S911B) Chrome/126.0 Mobile"),
        new(9, "Mobile", "Android", "13", "Xiaomi", "Redmi Note 12", "Chrome Mobile", "Wi-Fi", "Mozilla/5.0 (Linux; Android 13; 23021RAA2Y) Chrome/125.0 Mobile"),
        new(5, "Mobile", "Android", "14", "Google", "Pixel 8", "Firefox Mobile", "Cellular", "Mozilla/5.0 (Android 14; Mobile) Firefox/127.0"),
        new(18, "Desktop", "Windows", "11", "Desktop", "Desktop", "Chrome", "Broadband", "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/126.0"),
        new(6, "Desktop", "Windows", "10", "Desktop", "Desktop", "Edge", "Broadband", "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Edg/126.0"),
        new(6, "Desktop", "macOS", "14", "Apple", "Macintosh", "Safari", "Broadband", "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/17.5 Safari/605.1"),
        new(2, "Desktop", "Linux", "", "Desktop", "Desktop", "Firefox", "Broadband", "Mozilla/5.0 (X11; Linux x86_64) Firefox/127.0"),
        new(6, "Tablet", "iOS", "17.5", "Apple", "iPad", "Safari", "Wi-Fi", "Mozilla/5.0 (iPad; CPU OS 17_5 like Mac OS X) Safari/604.1"),
    ];

    private static readonly int[] ByPercent = [.. All.SelectMany((device, index) => Enumerable.Repeat(index, device.Share))];

    public static int IndexOf(in TrafficStream stream) => ByPercent[(int)(SeededHash.Of(stream.Seed, 11) % (ulong)ByPercent.Length)];

    public static Device Of(in TrafficStream stream) => All[IndexOf(stream)];
}
