using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace PromptLab.Data.ApiKeys;

/// <summary>What lets somebody in: 256 random bits behind a mark that tells what it is. A SHA-256 hash is enough to keep of it.</summary>
internal static class Secret
{
    private const int Bytes = 32;

    public static string Create(string mark) => mark + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
