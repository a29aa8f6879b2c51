using Sigap.Kernel;

namespace Sigap.Conversations;

/// <summary>Decides what a conversation does that is asked to go into another one. Pure.</summary>
internal static class MoveDecider
{
    /// <summary>
    /// Somebody who changed the number may have written from the new one before WhatsApp told of the change. What a conversation
    /// heard longer ago was said by whoever had the number then, and that person's affairs are shown to nobody else.
    /// </summary>
    private static readonly TimeSpan ToldLate = TimeSpan.FromMinutes(10);

    public static MoveDecision Decide(Conversation c, ConversationId id, MoveTo move, DateTimeOffset now)
    {
        if (c.Moved is { } moved)
        {
            return moved.To == move.To ? new MoveDecision.Pass(moved) : new MoveDecision.Stay(new MoveAnswer.Elsewhere(id, moved.To));
        }

        if (id == move.To)
        {
            return MoveDecision.Arrived.Now;
        }

        if (move.Changed is { Now.Phone: { } phone } changed)
        {
            if (AddressBook.LeftAt(c, phone) is { } left)
            {
                return new MoveDecision.Forward(left.Heir);
            }

            if (!IsSamePerson(c, changed))
            {
                return new MoveDecision.Part(new NumberLost(new NumberLeft(phone, changed.At, move.To)));
            }
        }

        return IsYounger(c, id, move)
            ? new MoveDecision.Go(new Moved(move.To, now, Inheritance.Of(c)))
            : new MoveDecision.Stay(new MoveAnswer.Older(id, c.FirstSentAt!.Value));
    }

    private static bool IsSamePerson(Conversation c, NumberChange changed)
    {
        if (c.FirstSentAt is not { } first)
        {
            return true;
        }

        return changed.Now.ScopedId is { } scopedId && c.Applicant?.ScopedId is not null
            ? AddressBook.IsOwn(c, scopedId)
            : first >= changed.At - ToldLate;
    }

    /// <summary>
    /// A conversation only ever goes into a strictly older one, and no age changes once it is there: so moves never lead in a
    /// circle, whatever is asked by whom at the same time. Who never heard anybody is the youngest.
    /// </summary>
    private static bool IsYounger(Conversation c, ConversationId id, MoveTo move) =>
        c.FirstSentAt is not { } first
        || first > move.Since
        || (first == move.Since && string.CompareOrdinal(id.Value, move.To.Value) > 0);
}

/// <summary>What a conversation does that is asked to go into another one. Closed.</summary>
internal abstract record MoveDecision
{
    private MoveDecision()
    {
    }

    public sealed record Go(Moved Moved) : MoveDecision;

    /// <summary>It went there before: what it had is given again, in case it got lost.</summary>
    public sealed record Pass(Moved Moved) : MoveDecision;

    /// <summary>The number was left to another one.</summary>
    public sealed record Forward(ConversationId To) : MoveDecision;

    /// <summary>Two people.</summary>
    public sealed record Part(NumberLost Lost) : MoveDecision;

    public sealed record Stay(MoveAnswer Answer) : MoveDecision;

    /// <summary>Both are one already.</summary>
    public sealed record Arrived : MoveDecision
    {
        public static readonly Arrived Now = new();
    }
}
