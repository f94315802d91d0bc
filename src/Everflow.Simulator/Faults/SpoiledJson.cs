namespace PromptLab.Simulator.Faults;

internal static class SpoiledJson
{
    /// <summary>Puts a raw control character at the beginning of every text value that is not empty.</summary>
    public static byte[] WithControlCharacters(ReadOnlySpan<byte> json)
    {
        var spoiled = new List<byte>(json.Length + 64);
        for (var index = 0; index < json.Length; index++)
        {
            spoiled.Add(json[index]);
            var opensValue = index > 0 && index + 1 < json.Length && json[index] == '"' && json[index - 1] == ':' && json[index + 1] != '"';
            if (opensValue) spoiled.Add((byte)(index % 2 == 0 ? 0x01 : 0x0B));
        }
        return [.. spoiled];
    }
}
