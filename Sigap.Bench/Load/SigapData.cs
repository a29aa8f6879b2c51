using System.Security.Cryptography;

namespace Sigap.Bench.Load;

/// <summary>A folder for the data of one run; gone when the run is over.</summary>
internal sealed class SigapData : IDisposable
{
    private SigapData(string folder) => Folder = folder;

    public string Folder { get; }

    public string DatabaseFile => Path.Combine(Folder, "sigap.db");

    public string MasterKey { get; } = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    public static SigapData In(string parent)
    {
        Directory.CreateDirectory(parent);
        var folder = Path.Combine(parent, $"sigap-bench-{Path.GetRandomFileName()}");
        Directory.CreateDirectory(folder);
        return new SigapData(folder);
    }

    public void Dispose()
    {
        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }
    }
}
