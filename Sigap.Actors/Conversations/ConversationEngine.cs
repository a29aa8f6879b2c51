using System.Collections.Immutable;
using Sigap.Kernel;
using Sigap.Transport;

namespace Sigap.Conversations;

/// <summary>
/// One conversation without actors: the same decisions, one after the other, in memory. For the terminal and for transcripts.
/// </summary>
public sealed class ConversationEngine(ConversationParts parts)
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
        var around = new Surroundings(content, office, parts.Understanding, parts.Settings, parts.Clock.GetUtcNow().AsOnWire());

        var decision = ConversationDecider.Hear(State, message, around);
        if (decision is Decision.Needs needs)
        {
            decision = ConversationDecider.Hear(State, message, around, await Answer(needs.Question, message, around).ConfigureAwait(false));
        }

        if (decision is not Decision.Turn { Taken: var turn })
        {
            return new Heard(null, []);
        }

        State = ConversationEvolution.Evolve(State, turn);
        var bubbles = State.Owed.Select(owed => Wording.Render(content, office, owed)).ToImmutableArray();
        foreach (var owed in State.Owed)
        {
            State = ConversationEvolution.Evolve(State, new ReplySettled(owed.Number, around.Now, Settlement.Accepted));
        }

        return new Heard(turn, bubbles);
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

    public sealed record Heard(TurnTaken? Turn, ImmutableArray<OutboundBody> Bubbles);
}
