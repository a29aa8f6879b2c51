using Akka.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Sigap.Host.WhatsApp;
using Sigap.Kernel;
using Sigap.Tests.Support;
using Sigap.Transport;

namespace Sigap.Tests.WhatsApp;

/// <summary>What transports are told of the node they may not live on.</summary>
public sealed class TransportNewsSpec : Akka.TestKit.Xunit2.TestKit
{
    private readonly IConfigurationRoot _configuration = new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?> { ["WhatsApp:AccessToken"] = "old" })
        .Build();

    private readonly ActorRegistry _registry = new();
    private readonly ServiceProvider _services;
    private readonly TransportNews _news;

    public TransportNewsSpec()
    {
        _services = new ServiceCollection().AddWhatsAppOptions(_configuration).BuildServiceProvider();
        _news = new TransportNews(
            _registry,
            _services.GetRequiredService<IOptionsMonitor<WhatsAppOptions>>(),
            RealConfig.Content,
            NullLogger<TransportNews>.Instance);
    }

    [Fact]
    public async Task Every_number_hears_at_once_of_a_new_token_and_once_only()
    {
        _registry.Register<TransportRegion>(TestActor);
        await _news.StartAsync(default);
        var numbers = RealConfig.Content.Current.Offices.Values.Select(office => office.BusinessNumber).ToHashSet();

        _configuration["WhatsApp:AccessToken"] = "new";
        _configuration.Reload();
        _configuration.Reload();

        ReceiveN(numbers.Count).Cast<CredentialsChanged>().Select(news => news.Business).ToHashSet().ShouldBe(numbers);
        _news.Count(new BusinessNumberId("1"), 7);
        ExpectMsg<Inbound>().Count.ShouldBe(7);
    }

    [Fact]
    public void Before_the_actors_have_started_nothing_is_told() => _news.Count(new BusinessNumberId("1"), 7);

    protected override void AfterAll()
    {
        _news.Dispose();
        _services.Dispose();
        base.AfterAll();
    }
}
