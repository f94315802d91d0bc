using Microsoft.AspNetCore.Http.HttpResults;
using PromptLab.Host.Problems;
using PromptLab.Workflows.Datasets;

namespace PromptLab.Host.Datasets;

/// <summary>What came of saving, as HTTP says it.</summary>
internal static class DatasetAnswer
{
    public static Results<Ok<DatasetDto>, ProblemHttpResult> Of(DatasetSaving saving) =>
        saving is DatasetSaving.Saved saved ? TypedResults.Ok(DatasetDto.Of(saved.Dataset)) : Problem(saving);

    public static ProblemHttpResult NotFound() =>
        ApiProblem.Create(StatusCodes.Status404NotFound, "dataset_not_found", "There is no such dataset.");

    public static ProblemHttpResult Problem(DatasetSaving saving) => saving switch
    {
        DatasetSaving.Invalid invalid => ProblemList.Of("dataset_invalid", invalid.Problems),
        DatasetSaving.NameTaken taken => Conflict(
            "dataset_name_taken", $"You have a dataset {(taken.Name.Length == 0 ? "of this name" : $"called “{taken.Name}”")} already. Choose another name, or change that one."),
        DatasetSaving.Stale stale => ApiProblem.Create(
            StatusCodes.Status409Conflict, "dataset_changed", "The dataset was changed since you read it. Read it again and repeat your change.", ("revision", stale.Revision)),
        DatasetSaving.NotOwner other => ApiProblem.Create(
            StatusCodes.Status403Forbidden, "not_owner", $"The dataset is {other.Owner}'s, who shares it. Only {other.Owner} can change it; you can run it, or export it and import a copy of your own."),
        DatasetSaving.RowNotFound => ApiProblem.Create(StatusCodes.Status404NotFound, "dataset_row_not_found", "The dataset has no such row."),
        DatasetSaving.TooManyRows full => Conflict("dataset_full", $"The dataset has {full.Rows} rows, and at most {full.Most} fit. Make another dataset, or replace the rows."),
        _ => NotFound(),
    };

    private static ProblemHttpResult Conflict(string code, string detail) => ApiProblem.Create(StatusCodes.Status409Conflict, code, detail);
}
