using System.Security.Cryptography;
using Sigap.Bench.Databases;
using Sigap.Host.Startup;

namespace Sigap.Bench.Rush;

/// <summary>
/// The whole of Sigap within this process, as it ships, on a database of its own; gone with it. The applicants ask its pickup
/// days directly: what WhatsApp and the webhook cost is measured by <c>load</c>.
/// </summary>
internal sealed class RushHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly PostgresServer? _postgres;
    private readonly string _folder;

    private RushHost(WebApplication app, PostgresServer? postgres, string folder) => (_app, _postgres, _folder) = (app, postgres, folder);

    public IServiceProvider Services => _app.Services;

    public static async Task<RushHost> Start(RushDatabase kind, string parent, CancellationToken cancel)
    {
        var folder = Path.Combine(parent, $"sigap-rush-{Path.GetRandomFileName()}");
        Directory.CreateDirectory(folder);
        PostgresServer? postgres = null;
        try
        {
            string[] database = [$"--ConnectionStrings:Sigap=Data Source={Path.Combine(folder, "sigap.db")}"];
            if (kind == RushDatabase.Postgresql)
            {
                postgres = await PostgresServer.Start(parent);
                database = ["--Database:Provider=postgresql", $"--ConnectionStrings:Sigap={postgres.ConnectionString(await postgres.CreateDatabase())}"];
            }

            var app = SigapApplication.Build([.. Settings(folder), .. database], builder => builder.Logging.SetMinimumLevel(LogLevel.Warning));
            await SigapApplication.Prepare(app, cancel);
            await app.StartAsync(cancel);
            return new RushHost(app, postgres, folder);
        }
        catch
        {
            await Clear(postgres, folder);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        await Clear(_postgres, _folder);
    }

    private static string[] Settings(string folder)
    {
        var key = Path.Combine(folder, "master.key");
        File.WriteAllText(key, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        return
        [
            "--Urls=http://127.0.0.1:0",
            $"--Keys:MasterKeyFile={key}",
            "--WhatsApp:AppSecret=bench-app-secret",
            "--WhatsApp:VerifyToken=bench",
            "--WhatsApp:AccessToken=bench",
            "--WhatsApp:GraphUrl=http://127.0.0.1:9",
            "--Simulator:Enabled=false",
        ];
    }

    private static async Task Clear(PostgresServer? postgres, string folder)
    {
        if (postgres is not null)
        {
            await postgres.DisposeAsync();
        }

        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
