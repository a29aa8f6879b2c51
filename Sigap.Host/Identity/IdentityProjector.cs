using System.Data.Common;
using Dapper;
using Sigap.Host.Reminders;
using Sigap.Kernel;
using Sigap.Projections;
using Sigap.Reminders;

namespace Sigap.Host.Identity;

/// <summary>Writes down who is who, within the projector's transaction, and what is to be joined because of it.</summary>
internal static class IdentityProjector
{
    public static void Apply(IdentityReadChange change, ConversationNames names, DbConnection connection, DbTransaction transaction)
    {
        switch (change)
        {
            case IdentityReadChange.IdShown shown:
                Link(names.OfScopedId(shown.Conversation.Business, shown.ScopedId), shown.Conversation, connection, transaction);
                break;
            case IdentityReadChange.NumberTaken taken:
                var named = names.For(taken.Conversation.Business, Applicant.From(taken.Phone, null)!);
                Join(taken.Meets ?? named, taken.Conversation, taken.At, connection, transaction);
                break;
            case IdentityReadChange.WentInto went:
                Follow(went, connection, transaction);
                break;
            default:
                throw new InvalidOperationException($"No table for {change.GetType().Name}");
        }
    }

    /// <summary>Who showed the scoped id first has it; who shows it later is the same person.</summary>
    private static void Link(ConversationId scoped, ConversationId conversation, DbConnection connection, DbTransaction transaction)
    {
        connection.Execute(
            "INSERT INTO identity_link (scoped, conversation) VALUES (@scoped, @conversation) ON CONFLICT (scoped) DO NOTHING",
            new { scoped = scoped.Value, conversation = conversation.Value },
            transaction);
        var first = connection.QuerySingle<string>(
            "SELECT conversation FROM identity_link WHERE scoped = @scoped", new { scoped = scoped.Value }, transaction);
        Join(conversation, new ConversationId(first), null, connection, transaction);
    }

    /// <summary>The same scoped id is the better proof: it is not forgotten for a number.</summary>
    private static void Join(
        ConversationId one, ConversationId other, DateTimeOffset? changedAt, DbConnection connection, DbTransaction transaction)
    {
        if (one != other)
        {
            connection.Execute(
                """
                INSERT INTO identity_join (one, other, changed_at, attempts, next_attempt_at) VALUES (@one, @other, @changed, 0, 0)
                ON CONFLICT (one, other) DO UPDATE SET
                    changed_at = CASE WHEN identity_join.changed_at IS NULL THEN NULL ELSE excluded.changed_at END,
                    attempts = 0, next_attempt_at = 0
                """,
                new { one = one.Value, other = other.Value, changed = changedAt?.ToWire() },
                transaction);
        }
    }

    /// <summary>Later messages need no detour, and what both waited for is told once.</summary>
    private static void Follow(IdentityReadChange.WentInto went, DbConnection connection, DbTransaction transaction)
    {
        var both = new { from = went.From.Value, into = went.Into.Value };
        connection.Execute("UPDATE identity_link SET conversation = @into WHERE conversation = @from", both, transaction);
        var twice = connection.Query<string>(
            """
            SELECT application FROM application_watch WHERE conversation = @from
            AND application IN (SELECT application FROM application_watch WHERE conversation = @into)
            """,
            both,
            transaction).AsList();
        foreach (var application in twice)
        {
            connection.Execute(
                "DELETE FROM application_watch WHERE conversation = @from AND application = @application",
                new { both.from, application },
                transaction);
            if (ApplicationNumber.Parse(application) is { } number)
            {
                ReminderRows.End(connection, transaction, ReminderPlan.SubjectOf(number), went.From);
            }
        }

        connection.Execute("UPDATE application_watch SET conversation = @into WHERE conversation = @from", both, transaction);
        connection.Execute("UPDATE reminder SET conversation = @into WHERE conversation = @from", both, transaction);
    }
}
