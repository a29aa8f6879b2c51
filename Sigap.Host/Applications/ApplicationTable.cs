using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using Sigap.Applications;
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

    public static PassportApplication? Find(SqliteConnection connection, ApplicationNumber number) =>
        connection.QuerySingleOrDefault<Row>(Select, new { number = number.Value })?.ToApplication();

    public static bool IsEmpty(SqliteConnection connection) =>
        connection.ExecuteScalar<long>("SELECT EXISTS (SELECT 1 FROM application)") == 0;

    public static UpsertOutcome[] Store(
        SqliteConnection connection, SqliteTransaction transaction, IReadOnlyList<PassportApplication> applications)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = Upsert;
        var number = command.Parameters.Add("@number", SqliteType.Text);
        var office = command.Parameters.Add("@office", SqliteType.Text);
        var birthDate = command.Parameters.Add("@birth_date", SqliteType.Text);
        var name = command.Parameters.Add("@name", SqliteType.Text);
        var stage = command.Parameters.Add("@stage", SqliteType.Text);
        var stageOn = command.Parameters.Add("@stage_on", SqliteType.Text);
        var readyOn = command.Parameters.Add("@ready_on", SqliteType.Text);
        var updatedAt = command.Parameters.Add("@updated_at", SqliteType.Integer);

        var outcomes = new UpsertOutcome[applications.Count];
        for (var i = 0; i < outcomes.Length; i++)
        {
            var application = applications[i];
            number.Value = application.Number.Value;
            office.Value = application.Office.Value;
            birthDate.Value = Text(application.BirthDate);
            name.Value = application.ApplicantName;
            stage.Value = application.Stage.Name();
            stageOn.Value = Text(application.StageOn);
            readyOn.Value = application.ReadyOn is { } ready ? Text(ready) : DBNull.Value;
            updatedAt.Value = application.UpdatedAt.ToUnixTimeMilliseconds();
            outcomes[i] = command.ExecuteNonQuery() == 0 ? UpsertOutcome.OlderThanStored : UpsertOutcome.Stored;
        }

        return outcomes;
    }

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
