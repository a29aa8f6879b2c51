using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Sigap.Host.Startup;
using Sigap.Tests.Support;

namespace Sigap.Tests.Browser;

/// <summary>The whole of Sigap as a newcomer starts it: simulator on, demo applications loaded, a database of its own.</summary>
public sealed class SimulatedSigap : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sigap-browser-");
    private WebApplication? _app;

    public Uri Address { get; private set; } = new("about:blank");

    public async Task InitializeAsync()
    {
        _app = SigapApplication.Build(
        [
            "--Urls=http://127.0.0.1:0",
            $"--ConnectionStrings:Sigap=Data Source={Path.Combine(_folder.FullName, "sigap.db")}",
            $"--Keys:MasterKeyFile={Path.Combine(_folder.FullName, "master.key")}",
            $"--Config:Path={RepositoryRoot.Combine("config")}",
        ]);
        await SigapApplication.Prepare(_app, CancellationToken.None);
        await _app.StartAsync();
        Address = new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    public async Task DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }

        _folder.Delete(recursive: true);
    }
}
