using System.Collections.Immutable;
using Sigap.Content;
using Sigap.Kernel;
using Sigap.Transport;

namespace Sigap.Conversations;

/// <summary>The state of one applicant's conversation with one business number: everything folded from its events.</summary>
public sealed record Conversation
{
    public static readonly Conversation Origin = new();

    /// <summary>Null until the first message.</summary>
    public Applicant? Applicant { get; init; }

    public LanguageCode Language { get; init; } = LanguageCode.Indonesian;

    public Step Step { get; init; } = Step.Idle.Here;

    /// <summary>The options last shown, in the order their numbers count.</summary>
    public ImmutableArray<Offer> Offered { get; init; } = [];

    /// <summary>The nodes the applicant came through, for "kembali".</summary>
    public ImmutableArray<string> Trail { get; init; } = [];

    public RecentMessages Recent { get; init; } = RecentMessages.None;

    /// <summary>The notices already taken: the same one changes nothing the second time.</summary>
    public RecentMessages Notices { get; init; } = RecentMessages.None;

    public DateTimeOffset? LastHeardAt { get; init; }

    /// <summary>When the newest message handled was sent, by the applicant's own time: an older one moves nothing.</summary>
    public DateTimeOffset? NewestSentAt { get; init; }

    /// <summary>For messages held up that were sent before this, pardon has been asked.</summary>
    public DateTimeOffset? ApologisedAt { get; init; }

    /// <summary>Until then WhatsApp lets us write freely; counted from the applicant's own timestamps.</summary>
    public DateTimeOffset WindowUntil { get; init; } = DateTimeOffset.MinValue;

    public LoopGuard Loop { get; init; } = LoopGuard.Calm;

    public LookupGuard Lookups { get; init; } = LookupGuard.Clean;

    public PickupFile Pickup { get; init; } = PickupFile.Empty;

    /// <summary>The replies decided and not yet settled, oldest first: only the first is ever on its way.</summary>
    public ImmutableArray<OwedReply> Owed { get; init; } = [];

    public long LastReply { get; init; }

    /// <summary>The replies WhatsApp took last, oldest first.</summary>
    public ImmutableArray<SentReply> Sent { get; init; } = [];

    public PairPace Pace { get; init; } = PairPace.Rested;

    /// <summary>Nothing of what is owed is on its way: written down when it ended in good order.</summary>
    public bool Rests { get; init; }

    /// <summary>When the first message was sent whose sender became known: of two conversations of one person the older goes on.</summary>
    public DateTimeOffset? FirstSentAt { get; init; }

    /// <summary>Numbers this person wrote from once, and who has them now.</summary>
    public ImmutableArray<NumberLeft> Left { get; init; } = [];

    /// <summary>Scoped ids this person had before.</summary>
    public ImmutableArray<string> FormerIds { get; init; } = [];

    /// <summary>Conversations of the same person that went into this one.</summary>
    public ImmutableArray<ConversationId> InheritedFrom { get; init; } = [];

    /// <summary>Not null: this conversation goes on in another one.</summary>
    public Moved? Moved { get; init; }

    public bool IsNew => LastHeardAt is null;

    public bool Equals(Conversation? other) =>
        other is not null
        && Equals(Applicant, other.Applicant) && Language == other.Language && Step.Equals(other.Step)
        && Offered.SequenceEqual(other.Offered) && Trail.SequenceEqual(other.Trail)
        && Recent.InOrder.SequenceEqual(other.Recent.InOrder) && Notices.InOrder.SequenceEqual(other.Notices.InOrder)
        && LastHeardAt == other.LastHeardAt && NewestSentAt == other.NewestSentAt && ApologisedAt == other.ApologisedAt
        && WindowUntil == other.WindowUntil
        && Loop.Equals(other.Loop) && Lookups.Equals(other.Lookups)
        && Pickup.Equals(other.Pickup)
        && Owed.SequenceEqual(other.Owed) && LastReply == other.LastReply
        && Sent.SequenceEqual(other.Sent) && Pace == other.Pace && Rests == other.Rests
        && FirstSentAt == other.FirstSentAt && Left.SequenceEqual(other.Left) && FormerIds.SequenceEqual(other.FormerIds)
        && InheritedFrom.SequenceEqual(other.InheritedFrom) && Equals(Moved, other.Moved);

    public override int GetHashCode() => HashCode.Combine(Applicant, Language, Step, LastReply);
}

/// <summary>A reply this conversation owes its applicant.</summary>
/// <param name="Number">Counts up within the conversation.</param>
/// <param name="ValidUntil">Not sent after it; null for what was asked for.</param>
/// <param name="NotBefore">Not sent before it: further late messages may be answered with it; null for at once.</param>
public sealed record OwedReply(
    long Number,
    Reply Reply,
    LanguageCode Language,
    DateTimeOffset DecidedAt,
    DateTimeOffset? ValidUntil = null,
    Lane Lane = Lane.Reply,
    DateTimeOffset? NotBefore = null)
{
    /// <summary>Not null: it was sent before, and failed.</summary>
    public SendAgain? Again { get; init; }
}
