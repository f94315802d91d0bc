using Microsoft.Extensions.Options;

namespace PromptLab.Host.Deliveries;

internal sealed class DeliveryOptionsCheck : IValidateOptions<DeliveryOptions>
{
    public ValidateOptionsResult Validate(string? name, DeliveryOptions options) => options.Lease > options.Timeout
        ? ValidateOptionsResult.Success
        : ValidateOptionsResult.Fail(
            $"Deliveries:Lease is {options.Lease} and Deliveries:Timeout {options.Timeout}; the lease must be longer, or a slow receiver gets a message twice.");
}
