using System.Security.Cryptography;
using Sigap.Host.Keys;
using Sigap.Host.Storage;

namespace Sigap.Tests.Support;

/// <summary>A folder for the data of one running Sigap, with the settings that point to it; gone with the test.</summary>
internal sealed class DataFolder : IDisposable
{
    public const string AppSecret = "fixture_app_secret_do_not_use_0123456789";

    public string Path { get; } = Directory.CreateTempSubdirectory("sigap-hosting-").FullName;

    public string Database => System.IO.Path.Combine(Path, "data", "sigap.db");

    /// <summary>Connected to a Graph API that is a stand-in; everything else as it ships.</summary>
    public string[] Settings(string graphUrl, params string[] more) =>
    [
        "--Urls=http://127.0.0.1:0",
        $"--ConnectionStrings:Sigap=Data Source={Database}",
        $"--Keys:MasterKeyFile={System.IO.Path.Combine(Path, "data", "master.key")}",
        $"--Config:Path={RepositoryRoot.Combine("config")}",
        $"--WhatsApp:AppSecret={AppSecret}",
        "--WhatsApp:VerifyToken=kata-rahasia",
        "--WhatsApp:AccessToken=token-of-the-stand-in",
        $"--WhatsApp:GraphUrl={graphUrl}",
        "--Database:MinimumFreeMegabytes=0",
        .. more,
    ];

    /// <summary>The same on PostgreSQL, where no master key is made by itself.</summary>
    public string[] Settings(string graphUrl, DatabaseOptions postgresql, params string[] more)
    {
        var key = System.IO.Path.Combine(Path, "data", "master.key");
        if (!File.Exists(key))
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(key)!);
            File.WriteAllText(key, Convert.ToBase64String(RandomNumberGenerator.GetBytes(MasterKey.Bytes)));
        }

        return Settings(
            graphUrl, [$"--Database:Provider={postgresql.Provider}", $"--ConnectionStrings:Sigap={postgresql.ConnectionString}", .. more]);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
