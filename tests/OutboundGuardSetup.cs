using System.Runtime.CompilerServices;

namespace PromptLab.Testing.Http;

/// <summary>Linked into every test project.</summary>
internal static class OutboundGuardSetup
{
    [ModuleInitializer]
    internal static void Install() => OutboundGuard.Install();
}
