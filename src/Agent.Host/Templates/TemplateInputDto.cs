using System.ComponentModel;
using System.Text.Json;
using PromptLab.Workflows.Templates;

namespace PromptLab.Host.Templates;

/// <param name="Type"><c>text</c> (when missing), <c>number</c>, <c>integer</c>, <c>boolean</c>, <c>date</c> or <c>choice</c>.</param>
/// <param name="Default">A text, a number or a truth value; null for none.</param>
/// <param name="IsRequired">Missing means yes.</param>
/// <param name="Options">Of a choice.</param>
public sealed record TemplateInputDto(
    string? Name,
    [property: Description("text (when missing), number, integer, boolean, date or choice")] string? Type = null,
    string? Description = null,
    JsonElement? Default = null,
    bool? IsRequired = null,
    IReadOnlyList<string>? Options = null)
{
    internal static TemplateInputDto Of(TemplateInput input) => new(
        input.Name, input.Type, input.Description, input.Default is { } text ? JsonSerializer.SerializeToElement(text) : null, input.IsRequired, input.Options);

    internal TemplateInput ToInput() => new(
        Name?.Trim() ?? "", Type ?? TemplateInputType.Text, Description?.Trim() ?? "", VariableText.Of(Default), IsRequired ?? true, Options ?? []);
}
