#if SEMANTIC_KERNEL
namespace PromptLab.Planner.Tests.Planning;

public sealed class SemanticKernelPlannerTests() : PlannerTests("semantic-kernel");
#endif
