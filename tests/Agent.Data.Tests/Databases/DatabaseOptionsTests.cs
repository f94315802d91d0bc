using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PromptLab.Data.Databases;

namespace PromptLab.Data.Tests.Databases;

public sealed class DatabaseOptionsTests
{
    private static DatabaseOptions Read(params (string Key, string Value)[] settings)
    {
        var values = settings.ToDictionary(setting => setting.Key, setting => (string?)setting.Value);
        using var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(values).Build())
            .AddData()
            .BuildServiceProvider();
        return services.GetRequiredService<IOptions<DatabaseOptions>>().Value;
    }

    [Fact]
    public void Without_settings_it_is_a_file_in_the_data_folder()
    {
        var options = Read();

        (options.Provider, options.Path).ShouldBe((DatabaseProvider.Sqlite, ".data/promptlab.db"));
    }

    [Fact]
    public void PostgreSQL_needs_a_connection_string()
    {
        var read = () => Read(("Database:Provider", "postgresql"));

        read.ShouldThrow<OptionsValidationException>().Message.ShouldContain("Database:ConnectionString");
    }

    [Fact]
    public void SQLite_needs_a_path()
    {
        var read = () => Read(("Database:Path", " "));

        read.ShouldThrow<OptionsValidationException>().Message.ShouldContain("Database:Path");
    }

    [Theory]
    [InlineData("oracle")]
    [InlineData("7")]
    public void An_unknown_provider_is_named_with_its_setting(string provider)
    {
        var read = () => Read(("Database:Provider", provider));

        read.ShouldThrow<Exception>().Message.ShouldContain("Database:Provider");
    }
}
