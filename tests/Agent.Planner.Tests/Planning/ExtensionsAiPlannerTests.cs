namespace PromptLab.Planner.Tests.Planning;

public sealed class ExtensionsAiPlannerTests() : PlannerTests("extensions-ai");
