namespace PromptLab.Data.Deliveries;

public static class DeliveryStatus
{
    /// <summary>To be sent, or to be tried again.</summary>
    public const string Pending = "pending";

    public const string Delivered = "delivered";

    /// <summary>Given up.</summary>
    public const string Failed = "failed";
}
