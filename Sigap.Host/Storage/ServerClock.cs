namespace Sigap.Host.Storage;

/// <summary>The time of PostgreSQL's server: the one clock that all nodes can ask.</summary>
internal static class ServerClock
{
    /// <summary>Milliseconds since 1970, as SQL.</summary>
    public const string Now = "(extract(epoch FROM clock_timestamp()) * 1000)::bigint";
}
