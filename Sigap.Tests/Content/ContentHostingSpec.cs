using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Sigap.Content;
using Sigap.Host.Content;
using Sigap.Tests.Support;

namespace Sigap.Tests.Content;

public sealed class ContentHostingSpec : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sigap-");

    public ContentHostingSpec() => new ContentBuilder().WriteTo(_folder.FullName);

    [Fact]
    public void The_content_comes_from_the_configured_folder()
    {
        using var services = Services(("Config:Path", _folder.FullName));

        services.GetRequiredService<IContentSource>().ShouldBeSameAs(services.GetRequiredService<ContentStore>());
        services.GetRequiredService<IContentSource>().Current.Offices.Count.ShouldBe(3);
    }

    [Fact]
    public void A_setting_out_of_range_is_named_with_what_to_write()
    {
        using var services = Services(("Config:Path", _folder.FullName), ("Config:LookEvery", "00:00:00"));

        Should.Throw<OptionsValidationException>(services.GetRequiredService<IContentSource>)
            .Message.ShouldContain("Config:LookEvery is 00:00:00; write a time from");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static ServiceProvider Services(params (string Key, string Value)[] settings) => new ServiceCollection()
        .AddLogging()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection(settings.ToDictionary(setting => setting.Key, setting => (string?)setting.Value))
            .Build())
        .AddContent()
        .BuildServiceProvider();
}
