using System.Collections.Immutable;
using Sigap.Kernel;
using Sigap.Pickup;

namespace Sigap.Conversations;

/// <summary>
/// Asks where the person of a conversation is now. Answered with <see cref="Whereabouts"/>, or <see cref="MoveAnswer.Elsewhere"/>
/// when it goes on in another one, without a write.
/// </summary>
public sealed record GetWhereabouts(ConversationId Conversation) : IConversationCommand;

/// <summary>
/// Asks a conversation to go into an older one of the same person. Answered with a <see cref="MoveAnswer"/>, by the older one once
/// everything is there; asked again, it is answered the same way.
/// </summary>
/// <param name="Since">The age of the older one.</param>
/// <param name="Changed">Set when a number is all that joins the two; the one asked decides whether they are one person.</param>
public sealed record MoveTo(ConversationId Conversation, ConversationId To, DateTimeOffset Since, NumberChange? Changed) : IConversationCommand
{
    public int Hops { get; init; }
}

/// <summary>Somebody has this number and scoped id since then.</summary>
public sealed record NumberChange(Applicant Now, DateTimeOffset At);

/// <summary>Gives an older conversation what a younger one had. Answered with <see cref="MoveAnswer.Joined"/> once it is durable.</summary>
public sealed record Inherit(ConversationId Conversation, ConversationId From, Conversation Estate) : IConversationCommand
{
    public int Hops { get; init; }
}

/// <param name="Conversation">The one asked.</param>
/// <param name="Since">Its age; null when it never heard anybody.</param>
/// <param name="Applicant">Null when it never heard anybody, or knows no address any more.</param>
/// <param name="LastLeftAt">When its person last gave a number up.</param>
public sealed record Whereabouts(ConversationId Conversation, DateTimeOffset? Since, Applicant? Applicant, DateTimeOffset? LastLeftAt);

/// <summary>What comes of a move. Closed.</summary>
public abstract record MoveAnswer
{
    private MoveAnswer()
    {
    }

    /// <summary>Both are one. These days still know the bookings of those that went into it under their old names.</summary>
    public sealed record Joined(ConversationId Into, ImmutableArray<ConversationId> From, ImmutableArray<PickupDayId> Days) : MoveAnswer
    {
        public bool Equals(Joined? other) =>
            other is not null && Into == other.Into && From.SequenceEqual(other.From) && Days.SequenceEqual(other.Days);

        public override int GetHashCode() => HashCode.Combine(Into, From.Length, Days.Length);
    }

    /// <summary>The one asked is the older one: the other is to move.</summary>
    public sealed record Older(ConversationId Conversation, DateTimeOffset Since) : MoveAnswer;

    /// <summary>This one went into another one earlier. Asked to go there again, it gives again what it had.</summary>
    public sealed record Elsewhere(ConversationId Conversation, ConversationId To) : MoveAnswer;

    /// <summary>Two people: the one asked has lost the number, and keeps what it has.</summary>
    public sealed record Apart : MoveAnswer
    {
        public static readonly Apart Now = new();
    }
}
