namespace PromptLab.Simulator.Advertisers;

/// <summary>Someone of the network who looks after partners or advertisers.</summary>
internal sealed record Employee(int Id, string FirstName, string LastName)
{
    public string FullName => $"{FirstName} {LastName}";
}
