using PromptLab.Workflows.Templates;

namespace PromptLab.Workflows.Pipelines;

/// <summary>What must have ended before each step: the steps whose output it uses, and those that it names in <c>after</c>.</summary>
public sealed class PipelineOrder
{
    private readonly IReadOnlyList<PipelineStep> _steps;
    private readonly List<int>[] _before;

    private PipelineOrder(IReadOnlyList<PipelineStep> steps, List<int>[] before) => (_steps, _before) = (steps, before);

    /// <summary>Of each step, by place, the places of the steps before it.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Before => _before;

    /// <param name="bodies">The templates of the steps; null for a tool, or for one that is not known.</param>
    public static PipelineOrder Of(PipelineDefinition definition, IReadOnlyList<TemplateBody?> bodies)
    {
        var steps = definition.Steps;
        var sources = Places(steps, step => step.Output);
        var names = Places(steps, step => step.Name);
        var variables = definition.Inputs.Select(input => input.Name).Concat(sources.Keys).ToHashSet(StringComparer.Ordinal);
        var before = steps.Select((step, index) => StepVariables.Of(step, bodies[index], variables.Contains)
            .Select(use => sources.GetValueOrDefault(use.Variable, -1))
            .Concat(step.After.Select(name => names.GetValueOrDefault(name, -1)))
            .Where(place => place >= 0).Distinct().Order().ToList());
        return new(steps, [.. before]);
    }

    /// <summary>Names of steps, those together that run side by side. Steps in a circle, and those behind it, are left out.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Layers() => [.. LayersOf().Select(layer => layer.Select(place => _steps[place].Name).ToList())];

    /// <summary>Circles of steps, each by places, that wait for each other and so never run; one that shares a step with another is left out.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Circles()
    {
        var left = Enumerable.Range(0, _steps.Count).Except(LayersOf().SelectMany(layer => layer)).ToHashSet();
        var circles = new List<IReadOnlyList<int>>();
        while (left.Count > 0)
        {
            // Each step that is left waits for one that is left, or for one of a circle that was found.
            var path = new List<int>();
            int? next = left.Min();
            while (next is { } place && !path.Contains(place))
            {
                path.Add(place);
                next = _before[place].Where(left.Contains).Cast<int?>().FirstOrDefault();
            }

            if (next is { } start)
            {
                circles.Add(path[path.IndexOf(start)..]);
            }

            left.ExceptWith(path);
        }

        return circles;
    }

    private List<List<int>> LayersOf()
    {
        var done = new HashSet<int>();
        var layers = new List<List<int>>();
        while (true)
        {
            var layer = Enumerable.Range(0, _steps.Count).Where(place => !done.Contains(place) && _before[place].TrueForAll(done.Contains)).ToList();
            if (layer.Count == 0)
            {
                return layers;
            }

            layers.Add(layer);
            done.UnionWith(layer);
        }
    }

    private static Dictionary<string, int> Places(IReadOnlyList<PipelineStep> steps, Func<PipelineStep, string?> key)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var index = 0; index < steps.Count; index++)
        {
            if (key(steps[index]) is { } name)
            {
                places.TryAdd(name, index);
            }
        }

        return places;
    }
}
