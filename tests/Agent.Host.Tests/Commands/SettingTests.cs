using PromptLab.Host.Commands;

namespace PromptLab.Host.Tests.Commands;

public sealed class SettingTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("promptlab-setting-").FullName;

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Theory]
    [InlineData("Models:Providers:mine:InputPrice", "2", "There is no setting 'InputPrice'. Check its spelling.")]
    [InlineData("Turns:PerMinute", "many", "Turns:PerMinute is 'many', which cannot be read. Give a number.")]
    [InlineData("Turns:Timeout", "soon", "Turns:Timeout is 'soon', which cannot be read. Give a time such as 00:05:00.")]
    [InlineData("Embedding:Origins:0", "https://intranet.example/", "Embedding:Origins has 'https://intranet.example/'.")]
    [InlineData("Server:PublicAddress", "promptlab.example", "Server:PublicAddress must be a web address")]
    [InlineData("Server:PublicAddress", "https://promptlab.example/lab", "Server:PublicAddress must be a web address")]
    public async Task A_setting_that_cannot_be_used_stops_the_start_with_what_to_do(string setting, string value, string sentence)
    {
        var (exit, errors) = await RunAsync($"--{setting}", value);

        exit.ShouldBe(1);
        errors.ShouldContain(sentence);
    }

    private async Task<(int Exit, string Errors)> RunAsync(params string[] words)
    {
        using var errors = new StringWriter();
        return (await CommandLine.RunAsync(["--port", "0", "--data", _data, .. words], new Terminal(TextWriter.Null, errors)), errors.ToString());
    }
}
