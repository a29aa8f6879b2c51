using System.Globalization;
using Dapper;
using Sigap.Host.Storage;
using Sigap.Kernel;

namespace Sigap.Host.Applications;

/// <summary>Passports that wait for long and may be cancelled soon: what an officer should act on.</summary>
internal sealed class EndangeredApplications(SigapDatabase database)
{
    private const string DateFormat = "yyyy-MM-dd";

    /// <summary>Those ready on that day or earlier and not collected, the longest waiting first.</summary>
    public Task<IReadOnlyList<EndangeredApplication>> Find(OfficeId office, DateOnly readyUntil, int most, CancellationToken cancel) =>
        database.Read(
            IReadOnlyList<EndangeredApplication> (connection) =>
            [
                .. connection.Query<Row>(
                    """
                    SELECT number AS Number, name AS Name, ready_on AS ReadyOn,
                           (SELECT count(*) FROM application_watch WHERE application = number) AS Watchers
                    FROM application
                    WHERE office = @office AND stage = 'ready-for-collection' AND ready_on <= @until
                    ORDER BY ready_on, number LIMIT @most
                    """,
                    new { office = office.Value, until = readyUntil.ToString(DateFormat, CultureInfo.InvariantCulture), most })
                    .Select(row => row.ToApplication()),
            ],
            cancel);

    private sealed class Row
    {
        public required string Number { get; init; }

        public required string Name { get; init; }

        public required string ReadyOn { get; init; }

        public long Watchers { get; init; }

        public EndangeredApplication ToApplication() => new(
            ApplicationNumber.Parse(Number) ?? throw new InvalidDataException("application.number holds no application number"),
            Name,
            DateOnly.ParseExact(ReadyOn, DateFormat, CultureInfo.InvariantCulture),
            Watchers > 0);
    }
}

/// <param name="IsReminded">Somebody proved it in a chat and is reminded there; of the others nobody hears through Sigap.</param>
internal sealed record EndangeredApplication(ApplicationNumber Number, string Name, DateOnly ReadyOn, bool IsReminded)
{
    public override string ToString() => $"{Number}";
}
