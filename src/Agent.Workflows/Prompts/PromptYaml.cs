using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace PromptLab.Workflows.Prompts;

/// <summary>Reads and writes prompts as YAML.</summary>
public static class PromptYaml
{
    private const string SemanticKernel = "semantic-kernel";

    private static readonly IDeserializer Reader = new DeserializerBuilder()
        .WithNamingConvention(UnderscoredNamingConvention.Instance)
        .IgnoreUnmatchedProperties()
        .Build();

    private static readonly ISerializer Writer = new SerializerBuilder()
        .WithNamingConvention(UnderscoredNamingConvention.Instance)
        .ConfigureDefaultValuesHandling(DefaultValuesHandling.OmitNull | DefaultValuesHandling.OmitEmptyCollections)
        .WithNewLine("\n")
        .Build();

    /// <exception cref="FormatException">The text is no prompt that can be used; the message says why, without its text.</exception>
    public static PromptDocument Read(string yaml)
    {
        var document = Parse(yaml);
        if (document.TemplateFormat is not (null or SemanticKernel))
        {
            throw new FormatException($"its template_format is \"{document.TemplateFormat}\"; only {SemanticKernel} is read");
        }

        return string.IsNullOrWhiteSpace(document.Template) ? throw new FormatException("it has no template") : document;
    }

    public static string Write(PromptDocument document)
    {
        document.TemplateFormat = SemanticKernel;
        return Writer.Serialize(document);
    }

    private static PromptDocument Parse(string yaml)
    {
        try
        {
            return Reader.Deserialize<PromptDocument?>(yaml) ?? throw new FormatException("it is empty");
        }
        catch (YamlException exception)
        {
            throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"it is no valid YAML of a prompt (line {exception.Start.Line})"), exception);
        }
    }
}
