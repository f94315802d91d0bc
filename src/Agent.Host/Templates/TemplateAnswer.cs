using Microsoft.AspNetCore.Http.HttpResults;
using PromptLab.Host.Problems;
using PromptLab.Workflows.Templates;

namespace PromptLab.Host.Templates;

/// <summary>What came of saving, as HTTP says it.</summary>
internal static class TemplateAnswer
{
    public static Results<Ok<TemplateDto>, ProblemHttpResult> Of(TemplateSaving saving) =>
        saving is TemplateSaving.Saved saved ? TypedResults.Ok(TemplateDto.Of(saved)) : Problem(saving);

    public static ProblemHttpResult NotFound() =>
        ApiProblem.Create(StatusCodes.Status404NotFound, "template_not_found", "There is no such template.");

    public static ProblemHttpResult InUse(TemplateUsage usage) => ApiProblem.Create(
        StatusCodes.Status409Conflict, "template_in_use", $"The template is used in {usage.Words()}. Take it out there first, or delete it all the same with force=true.",
        ("usage", usage));

    public static ProblemHttpResult VersionNotFound(int number) => ApiProblem.Create(
        StatusCodes.Status404NotFound, "template_version_not_found", $"The template has no version {number}.");

    public static ProblemHttpResult Problem(TemplateSaving saving) => saving switch
    {
        TemplateSaving.Invalid invalid => ProblemList.Of("template_invalid", invalid.Problems),
        TemplateSaving.NameTaken taken => Conflict("template_name_taken", $"You have a template {Quoted(taken.Name)} already. Choose another name, or change that one."),
        TemplateSaving.Stale stale => ApiProblem.Create(
            StatusCodes.Status409Conflict, "template_changed", "The template was changed since you read it. Read it again and repeat your change.", ("revision", stale.Revision)),
        TemplateSaving.NotOwner other => ApiProblem.Create(
            StatusCodes.Status403Forbidden, "not_owner", $"The template is {other.Owner}'s, who shares it. Only {other.Owner} can change it; you can run it, or save a copy of your own."),
        TemplateSaving.LabelProtected held => Conflict(
            "label_protected", $"The label {held.Label} is protected. Lift the protection first (is_protected: false), then move or remove it."),
        TemplateSaving.LabelGated gated => ApiProblem.Create(
            StatusCodes.Status409Conflict, "label_gate", gated.Reason, ("dataset_id", gated.DatasetId), ("version", gated.Version)),
        TemplateSaving.LabelNotFound missing => ApiProblem.Create(
            StatusCodes.Status404NotFound, "label_not_found", $"The template has no label {missing.Label}."),
        TemplateSaving.VersionNotFound missing => VersionNotFound(missing.Number),
        _ => NotFound(),
    };

    private static string Quoted(string name) => name.Length == 0 ? "of this name" : $"called “{name}”";

    private static ProblemHttpResult Conflict(string code, string detail) => ApiProblem.Create(StatusCodes.Status409Conflict, code, detail);
}
