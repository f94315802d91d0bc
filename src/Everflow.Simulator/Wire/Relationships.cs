namespace PromptLab.Simulator.Wire;

/// <summary>The <c>?relationship=a&amp;relationship=b</c> of a request.</summary>
internal readonly struct Relationships(HttpRequest request)
{
    private readonly HashSet<string> _asked = [.. request.Query["relationship"].OfType<string>()];

    public bool Asks(string name) => _asked.Contains(name) || _asked.Contains("all");
}
