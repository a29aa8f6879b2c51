using System.Data;
using System.Data.Common;
using System.Globalization;
using Dapper;
using Sigap.Applications;
using Sigap.Host.Storage;
using Sigap.Kernel;

namespace Sigap.Host.Applications;

/// <summary>The rows of the table <c>application</c>, and how a record becomes one.</summary>
internal static class ApplicationTable
{
    private const string DateFormat = "yyyy-MM-dd";

    private const string Upsert = """
        INSERT INTO application (number, office, birth_date, name, stage, stage_on, ready_on, updated_at)
        VALUES (@number, @office, @birth_date, @name, @stage, @stage_on, @ready_on, @updated_at)
        ON CONFLICT (number) DO UPDATE SET
            office = excluded.office, birth_date = excluded.birth_date, name = excluded.name, stage = excluded.stage,
            stage_on = excluded.stage_on, ready_on = excluded.ready_on, updated_at = excluded.updated_at
        WHERE excluded.updated_at >= application.updated_at
        """;

    private const string Select = """
        SELECT number AS Number, office AS Office, birth_date AS BirthDate, name AS Name, stage AS Stage,
               stage_on AS StageOn, ready_on AS ReadyOn, updated_at AS UpdatedAt
        FROM application WHERE number = @number
        """;

    private static readonly ManyRows.Column<PassportApplication>[] Columns =
    [
        new("@number", DbType.String, application => application.Number.Value),
        new("@office", DbType.String, application => application.Office.Value),
        new("@birth_date", DbType.String, application => Text(application.BirthDate)),
        new("@name", DbType.String, application => application.ApplicantName),
        new("@stage", DbType.String, application => application.Stage.Name()),
        new("@stage_on", DbType.String, application => Text(application.StageOn)),
        new("@ready_on", DbType.String, application => application.ReadyOn is { } ready ? Text(ready) : null),
        new("@updated_at", DbType.Int64, application => application.UpdatedAt.ToUnixTimeMilliseconds()),
    ];

    public static PassportApplication? Find(DbConnection connection, ApplicationNumber number, DbTransaction? transaction = null) =>
        connection.QuerySingleOrDefault<Row>(Select, new { number = number.Value }, transaction)?.ToApplication();

    public static bool IsEmpty(DbConnection connection) => !connection.ExecuteScalar<bool>("SELECT EXISTS (SELECT 1 FROM application)");

    /// <summary>The same record twice in a row is no conflict: each statement sees what the one before it stored.</summary>
    public static UpsertOutcome[] Store(
        DbConnection connection, DbTransaction transaction, IReadOnlyList<PassportApplication> applications) =>
    [
        .. ManyRows.Execute(connection, transaction, Upsert, Columns, applications)
            .Select(changed => changed == 0 ? UpsertOutcome.OlderThanStored : UpsertOutcome.Stored),
    ];

    private static string Text(DateOnly date) => date.ToString(DateFormat, CultureInfo.InvariantCulture);

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, DateFormat, CultureInfo.InvariantCulture);

    private sealed class Row
    {
        public required string Number { get; init; }

        public required string Office { get; init; }

        public required string BirthDate { get; init; }

        public required string Name { get; init; }

        public required string Stage { get; init; }

        public required string StageOn { get; init; }

        public string? ReadyOn { get; init; }

        public long UpdatedAt { get; init; }

        // What was stored went through the same types: anything else here is a database edited by hand.
        public PassportApplication ToApplication() => new(
            ApplicationNumber.Parse(Number) ?? throw new InvalidDataException("application.number holds no application number"),
            new OfficeId(Office),
            Date(BirthDate),
            Name,
            Stages.Parse(Stage) ?? throw new InvalidDataException($"application.stage holds \"{Stage}\", which is no stage"),
            Date(StageOn),
            ReadyOn is null ? null : Date(ReadyOn),
            DateTimeOffset.FromUnixTimeMilliseconds(UpdatedAt));
    }
}
