using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace PromptLab.Planner.Models.OpenAi;

/// <summary>
/// The <c>tools</c> array of a request as bytes. It is the same for turn after turn and most of the request, so it is written once per
/// distinct list of tools.
/// </summary>
internal sealed class ToolListJson
{
    private const int MaxLists = 16;

    private ImmutableArray<Entry> entries = [];

    public ReadOnlySpan<byte> Get(IList<AITool> tools)
    {
        foreach (var entry in entries)
        {
            if (entry.IsFor(tools))
            {
                return entry.Json;
            }
        }

        var added = new Entry([.. tools], Write(tools));
        ImmutableInterlocked.Update(ref entries, (known, entry) => (known.Length < MaxLists ? known : known.RemoveAt(0)).Add(entry), added);
        return added.Json;
    }

    private static byte[] Write(IList<AITool> tools)
    {
        var buffer = new ArrayBufferWriter<byte>(8 * 1024);
        using (var writer = new Utf8JsonWriter(buffer, ChatRequestWriter.Terse))
        {
            writer.WriteStartArray();
            foreach (var tool in tools)
            {
                Write(writer, tool);
            }

            writer.WriteEndArray();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, AITool tool)
    {
        var function = tool.GetService<AIFunctionDeclaration>()
            ?? throw new NotSupportedException($"Tool \"{tool.Name}\" is no function; only functions can be declared here.");
        writer.WriteStartObject();
        writer.WriteString("type"u8, "function"u8);
        writer.WriteStartObject("function"u8);
        writer.WriteString("name"u8, function.Name);
        writer.WriteString("description"u8, function.Description);
        writer.WritePropertyName("parameters"u8);
        function.JsonSchema.WriteTo(writer);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private sealed record Entry(AITool[] Tools, byte[] Json)
    {
        public bool IsFor(IList<AITool> tools)
        {
            if (tools.Count != Tools.Length)
            {
                return false;
            }

            for (var i = 0; i < Tools.Length; i++)
            {
                if (!ReferenceEquals(Tools[i], tools[i]))
                {
                    return false;
                }
            }

            return true;
        }
    }
}
