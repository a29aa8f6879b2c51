using System.Data.Common;
using Dapper;
using Sigap.Content;
using Sigap.Conversations;
using Sigap.Host.Identity;
using Sigap.Host.Pickup;
using Sigap.Host.Reminders;
using Sigap.Host.Storage;
using Sigap.Kernel;
using Sigap.Projections;

namespace Sigap.Host.Projections;

/// <summary>Brings the read tables up to an offset of the journal, in one transaction with the offset itself.</summary>
internal sealed class ReadTables(SigapDatabase database, IContentSource content, ConversationNames names)
{
    private readonly ReminderTables _reminders = new(database, content);

    private const string Name = "conversations";

    public Task<long> Offset(CancellationToken cancel) => database.Read(
        connection => connection.QuerySingleOrDefault<long?>(
            "SELECT ordering FROM projection_offset WHERE name = @Name", new { Name }) ?? 0,
        cancel);

    /// <param name="before">Where the tables must be for these changes to come next.</param>
    /// <exception cref="OvertakenException">They are elsewhere: another node has gone on. Nothing is written.</exception>
    public Task Apply(IReadOnlyList<ReadChange> changes, long before, long offset, CancellationToken cancel) => database.Write(
        (connection, transaction) =>
        {
            Advance(before, offset, connection, transaction);
            foreach (var change in changes)
            {
                Apply(change, connection, transaction);
            }
        },
        cancel);

    /// <summary>Conversations that owe a reply for longer than they should, by their names.</summary>
    /// <param name="after">The last one of the page before; null for the first page.</param>
    public Task<IReadOnlyList<Wake>> OwingSince(
        DateTimeOffset since, ConversationId? after, int most, CancellationToken cancel) => database.Read(
        IReadOnlyList<Wake> (connection) =>
        [
            .. connection.Query<(string Conversation, long Reply)>(
                """
                SELECT conversation, max(reply) FROM owed WHERE since <= @since AND conversation > @after
                GROUP BY conversation ORDER BY conversation LIMIT @most
                """,
                new { since = since.ToWire(), after = after?.Value ?? "", most })
                .Select(owing => new Wake(new ConversationId(owing.Conversation), owing.Reply)),
        ],
        cancel);

    /// <summary>Null when nothing is owed.</summary>
    public Task<DateTimeOffset?> OwedSince(CancellationToken cancel) => database.Read(
        DateTimeOffset? (connection) =>
            connection.ExecuteScalar<long?>("SELECT min(since) FROM owed") is { } since ? WireTime.FromWire(since) : null,
        cancel);

    /// <summary>First of all: the row of the offset is what the projectors of several nodes wait for each other at.</summary>
    private static void Advance(long before, long offset, DbConnection connection, DbTransaction transaction)
    {
        var advanced = connection.Execute(
            """
            INSERT INTO projection_offset (name, ordering) VALUES (@Name, @offset)
            ON CONFLICT (name) DO UPDATE SET ordering = excluded.ordering WHERE projection_offset.ordering = @before
            """,
            new { Name, before, offset },
            transaction);
        if (advanced == 0)
        {
            throw new OvertakenException();
        }
    }

    private void Apply(ReadChange change, DbConnection connection, DbTransaction transaction)
    {
        switch (change)
        {
            case ReadChange.ReplyOwed owed:
                connection.Execute(
                    """
                    INSERT INTO owed (conversation, reply, since) VALUES (@conversation, @reply, @since)
                    ON CONFLICT (conversation, reply) DO NOTHING
                    """,
                    new { conversation = owed.Conversation.Value, reply = owed.Number, since = owed.Since.ToWire() },
                    transaction);
                break;
            case ReadChange.ReplyNoLongerOwed settled:
                connection.Execute(
                    "DELETE FROM owed WHERE conversation = @conversation AND reply = @reply",
                    new { conversation = settled.Conversation.Value, reply = settled.Number },
                    transaction);
                break;
            case ReadChange.FeedbackStored feedback:
                connection.Execute(
                    """
                    INSERT INTO feedback (reference, conversation, office, category, text, at)
                    VALUES (@reference, @conversation, @office, @category, @text, @at)
                    ON CONFLICT (reference) DO NOTHING
                    """,
                    new
                    {
                        reference = feedback.Reference,
                        conversation = feedback.Conversation.Value,
                        office = OfficeOf(feedback.Conversation),
                        category = NameOf(feedback.Category),
                        text = feedback.Text,
                        at = feedback.At.ToWire(),
                    },
                    transaction);
                break;
            case ReadChange.FeedbackRated rated:
                connection.Execute(
                    "UPDATE feedback SET rating = @rating WHERE reference = @reference",
                    new { rating = rated.Rating, reference = rated.Reference },
                    transaction);
                break;
            case ReadChange.ServiceRated rated:
                connection.Execute(
                    """
                    INSERT INTO service_rating (day, ticket, office, conversation, rating, at)
                    VALUES (@day, @ticket, @office, @conversation, @rating, @at)
                    ON CONFLICT (day, ticket) DO NOTHING
                    """,
                    new
                    {
                        day = rated.Day.Value,
                        ticket = rated.Ticket.ToString(),
                        office = rated.Day.Office.Value,
                        conversation = rated.Conversation.Value,
                        rating = rated.Rating,
                        at = rated.At.ToWire(),
                    },
                    transaction);
                break;
            case ReadChange.OfficerRequestStored request:
                connection.Execute(
                    """
                    INSERT INTO officer_request (reference, conversation, office, text, at)
                    VALUES (@reference, @conversation, @office, @text, @at)
                    ON CONFLICT (reference) DO NOTHING
                    """,
                    new
                    {
                        reference = request.Reference,
                        conversation = request.Conversation.Value,
                        office = OfficeOf(request.Conversation),
                        text = request.Text,
                        at = request.At.ToWire(),
                    },
                    transaction);
                break;
            case ReadChange.Reminded reminded:
                _reminders.Apply(reminded.Change, connection, transaction);
                break;
            case ReadChange.Identified identified:
                IdentityProjector.Apply(identified.Change, names, connection, transaction);
                break;
            case ReadChange.Pickup pickup:
                PickupTables.Apply(pickup.Change, connection, transaction);
                break;
            default:
                throw new InvalidOperationException($"No table for {change.GetType().Name}");
        }
    }

    private string OfficeOf(ConversationId conversation) =>
        content.Current.OfficeOf(conversation.Business)?.Id.Value ?? conversation.Business.Value;

    private static string NameOf(FeedbackCategory category) => category switch
    {
        FeedbackCategory.Compliment => "compliment",
        FeedbackCategory.Suggestion => "suggestion",
        _ => "complaint",
    };
}
