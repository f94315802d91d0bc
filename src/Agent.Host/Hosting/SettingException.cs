namespace PromptLab.Host.Hosting;

/// <summary>A setting that cannot be used; the message names it and says what to do.</summary>
public sealed class SettingException(string message) : Exception(message);
