using System.Collections.Immutable;
using Sigap.Content;
using Sigap.Kernel;
using Sigap.Transport;

namespace Sigap.Conversations;

/// <summary>
/// One conversation without actors: the same decisions, one after the other, in memory. For the terminal and for transcripts.
/// </summary>
public sealed class ConversationEngine(ConversationParts parts, ConversationId id)
{
    public Conversation State { get; private set; } = Conversation.Origin;

    /// <summary>Replaces the state: after a restart, by what was read back.</summary>
    public void Restore(Conversation state) => State = state;

    /// <summary>Handles a message and gives back the event it made (null for a repetition) and the bubbles that leave for it.</summary>
    public async Task<Heard> Hear(InboundMessage message)
    {
        var content = parts.Content.Current;
        var office = content.OfficeOf(message.Business)
            ?? throw new ArgumentException($"Business number {message.Business} belongs to no office", nameof(message));
        var around = new Surroundings(
            content, office, parts.Understanding, parts.Settings, parts.Clock.GetUtcNow().AsOnWire(), id, parts.Doors);

        var decision = ConversationDecider.Hear(State, message, around);
        if (decision is Decision.Needs needs)
        {
            decision = ConversationDecider.Hear(State, message, around, await Answer(needs.Question, message, around).ConfigureAwait(false));
        }

        if (decision is not Decision.Turn { Taken: var turn })
        {
            return new Heard(null, [], []);
        }

        State = ConversationEvolution.Evolve(State, turn);
        var (bubbles, settled) = Send(content, office, around.Now);
        return new Heard(turn, bubbles, settled);
    }

    /// <summary>Tells a notice and gives back the event it made (null when it is known or unwanted) and the bubbles that leave for it.</summary>
    public Noticed Notify(Notify notify)
    {
        var content = parts.Content.Current;
        var office = content.OfficeOf(notify.Conversation.Business)
            ?? throw new ArgumentException($"Business number {notify.Conversation.Business} belongs to no office", nameof(notify));
        var around = new Surroundings(
            content, office, parts.Understanding, parts.Settings, parts.Clock.GetUtcNow().AsOnWire(), notify.Conversation, parts.Doors);
        if (NoticeDecider.Decide(State, notify, around) is not NoticeDecision.Take { Taken: var taken })
        {
            return new Noticed(null, [], []);
        }

        State = ConversationEvolution.Evolve(State, taken);
        var (bubbles, settled) = Send(content, office, around.Now);
        return new Noticed(taken, bubbles, settled);
    }

    /// <summary>The bubbles that waited for further late messages until now.</summary>
    public Left Leave(BusinessNumberId business)
    {
        var content = parts.Content.Current;
        return State.Owed.IsEmpty || content.OfficeOf(business) is not { } office
            ? new Left([], [])
            : Send(content, office, parts.Clock.GetUtcNow().AsOnWire());
    }

    private Left Send(ContentSet content, Office office, DateTimeOffset now)
    {
        var bubbles = ImmutableArray.CreateBuilder<OutboundBody>();
        var settled = ImmutableArray.CreateBuilder<ReplySettled>();
        foreach (var owed in State.Owed.TakeWhile(owed => !(owed.NotBefore > now)))
        {
            var body = Wording.Letter(content, office, owed, parts.Settings.MayWriteFreely(State.WindowUntil, now));
            if (body is not null)
            {
                bubbles.Add(body);
            }

            settled.Add(new ReplySettled(owed.Number, now, body is null ? Settlement.WindowClosed : Settlement.Accepted));
            State = ConversationEvolution.Evolve(State, settled[^1]);
        }

        return new Left(bubbles.ToImmutable(), settled.ToImmutable());
    }

    private async Task<Answer> Answer(Question question, InboundMessage message, Surroundings around)
    {
        try
        {
            return await Questions.Answer(question, message, around.Now, parts).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is not ArgumentException)
        {
            return Conversations.Answer.NotAvailable.Now;
        }
    }

    public sealed record Heard(TurnTaken? Turn, ImmutableArray<OutboundBody> Bubbles, ImmutableArray<ReplySettled> Settled);

    public sealed record Noticed(NoticeTaken? Taken, ImmutableArray<OutboundBody> Bubbles, ImmutableArray<ReplySettled> Settled);

    public sealed record Left(ImmutableArray<OutboundBody> Bubbles, ImmutableArray<ReplySettled> Settled);
}
