using Dapper;
using Sigap.Host.Storage;

namespace Sigap.Host.Cluster;

/// <summary>A row of the table <c>duty</c> that every member writes anew, with a deadline by the server's clock.</summary>
internal sealed class PostgresClusterSign(SigapDatabase database) : IClusterSign
{
    /// <summary>Longer than a busy database makes all members wait, and shorter than a machine takes to start.</summary>
    private static readonly TimeSpan Term = TimeSpan.FromSeconds(5);

    private const string Name = "cluster";

    private const string Write = $"""
        INSERT INTO duty (name, holder, until) VALUES (@Name, @address, {ServerClock.Now} + @term)
        ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until
        """;

    public Task<string?> Seen(CancellationToken cancel) => database.Read(
        connection => connection.QuerySingleOrDefault<string?>($"SELECT holder FROM duty WHERE name = @Name AND until > {ServerClock.Now}", new { Name }),
        cancel);

    public Task Show(string address, CancellationToken cancel) => database.Write(
        (connection, transaction) => { connection.Execute(Write, new { Name, address, term = (long)Term.TotalMilliseconds }, transaction); },
        cancel);
}
