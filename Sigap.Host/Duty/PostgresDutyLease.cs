using Dapper;
using Sigap.Host.Storage;

namespace Sigap.Host.Duty;

/// <summary>
/// A row with a deadline by the server's clock. Unlike a lock of a session it is also lost by a node that stands still with its
/// connections open.
/// </summary>
/// <param name="holder">This process.</param>
internal sealed class PostgresDutyLease(SigapDatabase database, string holder) : IDutyLease
{
    private const string TakeOrKeep = $"""
        WITH clock AS (SELECT {ServerClock.Now} AS now)
        INSERT INTO duty (name, holder, until) SELECT @Name, @holder, now + @term FROM clock
        ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until
        WHERE duty.holder = excluded.holder OR duty.until + @term <= excluded.until
        """;

    private const string GiveBack = "DELETE FROM duty WHERE name = @Name AND holder = @holder";
    private const string Name = "all";

    public TimeSpan Term { get; } = TimeSpan.FromSeconds(2);

    public Task<bool> Take(CancellationToken cancel) => database.Write(
        (connection, transaction) => connection.Execute(
            TakeOrKeep, new { Name, holder, term = (long)Term.TotalMilliseconds }, transaction) == 1,
        cancel);

    public Task Leave(CancellationToken cancel) => database.Write(
        (connection, transaction) => { connection.Execute(GiveBack, new { Name, holder }, transaction); }, cancel);
}
