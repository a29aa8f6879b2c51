using System.Collections.Immutable;
using System.Data;
using System.Data.Common;
using Dapper;
using Sigap.Host.Applications;
using Sigap.Host.Keys;
using Sigap.Host.Storage;
using Sigap.Kernel;
using Sigap.Pickup;

namespace Sigap.Host.Pickup;

/// <summary>Claims in the database of the whole cluster: whoever comes second finds the first, on whichever node.</summary>
internal sealed class SqlPickupClaims(SigapDatabase database, MasterKey key) : IPickupClaims
{
    private const string Insert = """
        INSERT INTO pickup_claim (application, day, code) VALUES (@application, @day, @code) ON CONFLICT (application) DO NOTHING
        """;

    private const string Delete = "DELETE FROM pickup_claim WHERE application = @application AND code = @code";

    private static readonly ImmutableArray<ManyRows.Column<Row>> Columns =
    [
        new("@application", DbType.Binary, row => row.Application),
        new("@day", DbType.String, row => row.Claim.Booking.Day.Value),
        new("@code", DbType.String, row => row.Claim.Booking.Code.Value),
    ];

    private readonly NumberHash _hash = new(key, "sigap pickup claims v1");

    public async Task<ImmutableArray<ClaimOutcome>> Take(ImmutableArray<Claim> claims, CancellationToken cancel)
    {
        // Always in the same order, so that two nodes wait for each other instead of standing in each other's way.
        var rows = claims
            .Select((claim, place) => new Row(_hash.Of(claim.Application), claim, place))
            .OrderBy(row => Convert.ToHexString(row.Application), StringComparer.Ordinal)
            .ToImmutableArray();
        var outcomes = await Write((connection, transaction) => Take(rows, connection, transaction), cancel);
        return [.. outcomes.OrderBy(outcome => outcome.Place).Select(outcome => outcome.Outcome)];
    }

    public Task<bool> Replace(ApplicationNumber application, BookingAt from, BookingAt to, CancellationToken cancel) => Write(
        (connection, transaction) => connection.Execute(
            "UPDATE pickup_claim SET day = @day, code = @code WHERE application = @application AND day = @fromDay AND code = @fromCode",
            new
            {
                application = _hash.Of(application),
                day = to.Day.Value,
                code = to.Code.Value,
                fromDay = from.Day.Value,
                fromCode = from.Code.Value,
            },
            transaction) == 1,
        cancel);

    public Task Release(BookingCode code, ImmutableArray<ApplicationNumber> applications, CancellationToken cancel) => Write(
        (connection, transaction) => ManyRows.Execute<ApplicationNumber>(
            connection,
            transaction,
            Delete,
            [
                new("@application", DbType.Binary, application => _hash.Of(application)),
                new("@code", DbType.String, _ => code.Value),
            ],
            applications),
        cancel);

    private async Task<T> Write<T>(Func<DbConnection, DbTransaction, T> write, CancellationToken cancel)
    {
        var written = await database.Write(write, cancel);
        SigapMetrics.ClaimWrites.Add(1);
        return written;
    }

    private static List<(int Place, ClaimOutcome Outcome)> Take(
        ImmutableArray<Row> rows, DbConnection connection, DbTransaction transaction)
    {
        var inserted = ManyRows.Execute(connection, transaction, Insert, Columns, rows);
        return
        [
            .. rows.Zip(inserted, (row, isNew) => (
                row.Place,
                new ClaimOutcome(row.Claim, isNew == 1 ? null : Other(row, connection, transaction)))),
        ];
    }

    /// <summary>Null when the claim is taken after all: it was this booking's already, or that of the one it is to move.</summary>
    private static BookingAt? Other(Row row, DbConnection connection, DbTransaction transaction)
    {
        var holder = Holder(row, connection, transaction);
        return holder is null || holder == row.Claim.Booking || holder == row.Claim.Instead ? null : holder;
    }

    /// <summary>Null when it was released a moment ago, and is taken now.</summary>
    private static BookingAt? Holder(Row row, DbConnection connection, DbTransaction transaction)
    {
        while (true)
        {
            var found = connection.QuerySingleOrDefault<Found>(
                "SELECT day AS Day, code AS Code FROM pickup_claim WHERE application = @Application",
                new { row.Application },
                transaction);
            if (found is not null)
            {
                return found.At;
            }

            if (ManyRows.Execute<Row>(connection, transaction, Insert, Columns, [row])[0] == 1)
            {
                return null;
            }
        }
    }

    private sealed record Row(byte[] Application, Claim Claim, int Place);

    private sealed record Found(string Day, string Code)
    {
        public BookingAt At => new(
            PickupDayId.Parse(Day) ?? throw new InvalidDataException("A claim names no pickup day"), new BookingCode(Code));
    }
}
