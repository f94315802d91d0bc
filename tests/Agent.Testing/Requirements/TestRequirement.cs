using Microsoft.Extensions.Configuration;

namespace PromptLab.Testing.Requirements;

/// <summary>What a test needs from the machine. Without it the test is skipped and says why; where everything must run
/// (<c>CI</c> or <c>PROMPTLAB_TEST_REQUIRE_ALL</c> is set) it is run all the same, and fails.</summary>
public static class TestRequirement
{
    private static readonly IConfiguration Environment = new ConfigurationBuilder().AddEnvironmentVariables().Build();

    /// <summary>Connection string of a PostgreSQL server on which databases may be created; null when there is none.</summary>
    public static string? Postgres { get; } = Setting("PROMPTLAB_TEST_POSTGRES");

    /// <summary>Path of a Chromium; null when there is none.</summary>
    public static string? Chromium { get; } = Setting("PROMPTLAB_TEST_CHROMIUM") ?? Existing("/usr/bin/chromium");

    /// <summary>Path of Node.js; null when there is none.</summary>
    public static string? Node { get; } = Setting("PROMPTLAB_TEST_NODE") ?? OnPath("node");

    /// <summary>Reason to skip a test that needs <paramref name="found"/>, or null to run it.</summary>
    public static string? SkipUnless(string? found, string reason) =>
        found is not null || Setting("CI") is not null || Setting("PROMPTLAB_TEST_REQUIRE_ALL") is not null ? null : reason;

    public static string Require(string? found, string reason) =>
        found ?? throw new InvalidOperationException(reason);

    private static string? Setting(string name) => Environment[name] is { Length: > 0 } value ? value : null;

    private static string? Existing(string path) => File.Exists(path) ? path : null;

    private static string? OnPath(string program) =>
        (Setting("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
}
