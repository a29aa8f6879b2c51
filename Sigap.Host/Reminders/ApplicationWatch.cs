using System.Data.Common;
using System.Globalization;
using Dapper;
using Sigap.Applications;
using Sigap.Host.Applications;
using Sigap.Host.Storage;
using Sigap.Kernel;
using Sigap.Reminders;

namespace Sigap.Host.Reminders;

/// <summary>
/// Who proved an application in a chat is reminded of collecting its passport. Reminders are planned once for the day it became
/// ready, whichever is known first: that it is ready, or whose it is.
/// </summary>
internal static class ApplicationWatch
{
    private const string DateFormat = "yyyy-MM-dd";

    // Means nothing; it only has to be the same on every node.
    private const long Turn = 6210909000004;

    /// <summary>
    /// Who looks at the records and who changes them go one after the other: side by side, one would miss that the passport is
    /// ready and the other that somebody waits for it.
    /// </summary>
    public static void WaitForTurn(SigapDatabase database, DbConnection connection, DbTransaction transaction) =>
        database.WaitForTurn(connection, transaction, Turn);

    public static void Begin(
        DbConnection connection, DbTransaction transaction, ReminderChange.ApplicationWatched watched, TimeSpan utcOffset)
    {
        connection.Execute(
            """
            INSERT INTO application_watch (application, conversation, utc_offset_minutes, ready_on)
            VALUES (@application, @conversation, @offset, NULL)
            ON CONFLICT (application, conversation) DO NOTHING
            """,
            new
            {
                application = watched.Application.Value,
                conversation = watched.Conversation.Value,
                offset = (long)utcOffset.TotalMinutes,
            },
            transaction);
        var stored = ApplicationTable.Find(connection, watched.Application, transaction);

        // The table may have gone on since the chat, and is empty where the office's own system answers.
        var readyOn = stored is null ? watched.ReadyOn : ReadyOn(stored);
        foreach (var row in Rows(connection, transaction, [watched.Application.Value])
            .Where(row => row.Conversation == watched.Conversation.Value))
        {
            Plan(connection, transaction, row, readyOn, watched.At, isNews: readyOn != watched.ReadyOn);
        }
    }

    public static void End(DbConnection connection, DbTransaction transaction, ApplicationNumber application)
    {
        connection.Execute("DELETE FROM application_watch WHERE application = @number", new { number = application.Value }, transaction);
        ReminderRows.End(connection, transaction, ReminderPlan.SubjectOf(application));
    }

    /// <summary>Applications as they stand now: those that became ready are reminded of, those that are no longer are not.</summary>
    public static void Follow(
        DbConnection connection, DbTransaction transaction, IReadOnlyList<PassportApplication> applications, DateTimeOffset now)
    {
        var known = applications.GroupBy(application => application.Number.Value, StringComparer.Ordinal)
            .ToDictionary(records => records.Key, records => records.Last(), StringComparer.Ordinal);
        foreach (var row in Rows(connection, transaction, known.Keys))
        {
            Plan(connection, transaction, row, ReadyOn(known[row.Application]), now, isNews: true);
        }
    }

    private static void Plan(
        DbConnection connection, DbTransaction transaction, Row row, DateOnly? readyOn, DateTimeOffset now, bool isNews)
    {
        var planned = readyOn?.ToString(DateFormat, CultureInfo.InvariantCulture);
        if (planned == row.ReadyOn)
        {
            return;
        }

        var application = ApplicationNumber.Parse(row.Application)
            ?? throw new InvalidDataException("application_watch.application holds no application number");
        var conversation = new ConversationId(row.Conversation);
        connection.Execute(
            "UPDATE application_watch SET ready_on = @planned WHERE application = @Application AND conversation = @Conversation",
            new { planned, row.Application, row.Conversation },
            transaction);
        ReminderRows.End(connection, transaction, ReminderPlan.SubjectOf(application), conversation);
        if (readyOn is { } ready)
        {
            ReminderRows.Set(connection, transaction, ReminderPlan.ForCollection(
                conversation, application, ready, TimeSpan.FromMinutes(row.OffsetMinutes), now, isNews));
        }
    }

    private static DateOnly? ReadyOn(PassportApplication application) =>
        application.Stage == Stage.ReadyForCollection ? application.ReadyOn ?? application.StageOn : null;

    /// <summary>One question for all of them; written out, because the two engines do not take a list the same way.</summary>
    private static List<Row> Rows(DbConnection connection, DbTransaction transaction, IEnumerable<string> numbers)
    {
        var values = new DynamicParameters();
        foreach (var (place, number) in numbers.Index())
        {
            values.Add($"n{place}", number);
        }

        return !values.ParameterNames.Any() ? [] : connection.Query<Row>(
            $"""
            SELECT application AS Application, conversation AS Conversation, utc_offset_minutes AS OffsetMinutes, ready_on AS ReadyOn
            FROM application_watch WHERE application IN ({string.Join(", ", values.ParameterNames.Select(name => $"@{name}"))})
            """,
            values,
            transaction).AsList();
    }

    private sealed record Row(string Application, string Conversation, long OffsetMinutes, string? ReadyOn);
}
