using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Sigap.Content;
using Sigap.Host.Api;
using Sigap.Host.Board;
using Sigap.Host.Simulator;
using Sigap.Host.StartPage;
using Sigap.Pickup;
using Sigap.Tests.Support;

namespace Sigap.Tests.Board;

/// <summary>The boards and the REST API of the offices on a real port, in front of a given desk.</summary>
internal sealed class BoardHost : IAsyncDisposable
{
    private static readonly GeneratedApiKey Key = ApiKeys.Generate();

    private readonly WebApplication _app;

    private BoardHost(WebApplication app)
    {
        _app = app;
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        Http = Client(Key.Key);
    }

    public Uri Address { get; }

    /// <summary>With a valid key.</summary>
    public HttpClient Http { get; }

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    /// <param name="port">0 for any; a given one to come back where another host was.</param>
    public static async Task<BoardHost> Start(IPickupDesk desk, TimeProvider time, int port = 0, ContentSet? content = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Configuration.AddInMemoryCollection(
        [
            new("Api:Keys:0:Name", "kiosk"),
            new("Api:Keys:0:Sha256", Key.Sha256),
            new("Simulator:Enabled", "true"),
        ]);
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.Services
            .AddSingleton(time)
            .AddSingleton(desk)
            .AddSingleton<IDoorCodes>(new DoorCodes(new byte[32]))
            .AddSingleton<IContentSource>(content is null ? RealConfig.Content : new FixedContent(content))
            .AddSingleton(SimulatorOptions.Read(builder.Configuration))
            .AddBoard(builder.Configuration)
            .AddSigapApi(builder.Configuration);
        var app = builder.Build();
        app.MapBoard();
        app.MapSigapApi();
        app.MapStartPage();
        app.MapGet("/health/ready", () => "");
        await app.StartAsync();
        return new BoardHost(app);
    }

    public HttpClient Client(string? key)
    {
        var client = new HttpClient { BaseAddress = Address };
        if (key is not null)
        {
            client.DefaultRequestHeaders.Add(ApiKeys.Header, key);
        }

        return client;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
