using System.Data.Common;

namespace Sigap.Bench.Databases;

/// <summary>The database of one run: new, and gone with it.</summary>
internal abstract class BenchDatabase : IAsyncDisposable
{
    /// <summary>What tells Sigap where it is, as environment variables.</summary>
    public abstract IReadOnlyDictionary<string, string> Settings { get; }

    /// <summary>Asks for the bytes of everything in it, the indexes included.</summary>
    public abstract string SizeQuestion { get; }

    /// <summary>A look from beside the running Sigap.</summary>
    public abstract DbConnection Connect();

    public abstract ValueTask DisposeAsync();
}
