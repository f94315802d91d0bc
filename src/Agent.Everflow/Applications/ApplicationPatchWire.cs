namespace PromptLab.Everflow.Applications;

internal sealed class ApplicationPatchWire
{
    public required int[] NetworkApplicationIds { get; set; }

    public required ApplicationFieldWire[] Patches { get; set; }

    public required bool SendEmail { get; set; }

    public static ApplicationPatchWire Of(IReadOnlyList<int> ids, bool approve, bool sendMail) => new()
    {
        NetworkApplicationIds = [.. ids],
        Patches = [new() { FieldValue = approve ? "approved" : "rejected" }],
        SendEmail = sendMail,
    };
}

internal sealed class ApplicationFieldWire
{
    public string FieldName { get; set; } = "application_status";

    public required string FieldValue { get; set; }
}
