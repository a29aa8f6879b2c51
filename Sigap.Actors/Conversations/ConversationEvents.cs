using System.Collections.Immutable;
using Sigap.Applications;
using Sigap.Content;
using Sigap.Kernel;
using Sigap.Pickup;

namespace Sigap.Conversations;

/// <summary>What happened in a conversation. These are the journal: see <c>Wire/conversation.proto</c> before you change one.</summary>
public interface IConversationEvent;

/// <summary>One message was handled: what it was, what followed from it, what is owed for it. One event per message.</summary>
/// <param name="Message">The fingerprint of its id.</param>
/// <param name="Text">What the applicant wrote, with numbers masked that Sigap must not keep; null where nothing is to be kept.</param>
/// <param name="Language">The language of the replies.</param>
/// <param name="FirstReply">The number of the first reply; the others follow it.</param>
/// <param name="Replaces">The number of a reply that waited and is not owed any more, because this turn's says the same; 0 for none.</param>
/// <param name="NotBefore">Until then the replies wait, so that those to further late messages can be gathered; null for at once.</param>
public sealed record TurnTaken(
    ulong Message,
    DateTimeOffset HeardAt,
    DateTimeOffset SentAt,
    string ContentVersion,
    string? Text,
    LanguageCode Language,
    ImmutableArray<TurnFact> Facts,
    ImmutableArray<Reply> Replies,
    long FirstReply,
    long Replaces = 0,
    DateTimeOffset? NotBefore = null,
    Timing Timing = Timing.OnTime) : IConversationEvent
{
    public bool Equals(TurnTaken? other) =>
        other is not null && Message == other.Message && HeardAt == other.HeardAt && SentAt == other.SentAt
        && ContentVersion == other.ContentVersion && Text == other.Text && Language == other.Language
        && Facts.SequenceEqual(other.Facts) && Replies.SequenceEqual(other.Replies) && FirstReply == other.FirstReply
        && Replaces == other.Replaces && NotBefore == other.NotBefore && Timing == other.Timing;

    public override int GetHashCode() => HashCode.Combine(Message, HeardAt, Facts.Length, Replies.Length);
}

/// <summary>A reply is no longer owed.</summary>
/// <param name="Accepted">The fingerprint of the id WhatsApp gave it; 0 unless accepted.</param>
/// <param name="Code">The Graph API's error code; 0 unless it gave one.</param>
/// <param name="PossiblyTwice">It was sent again after a send of unknown outcome: the applicant may have it twice.</param>
/// <param name="Attempt">The send that settled it, counted from 0.</param>
/// <param name="PairFullAt">See <see cref="PairPace"/>; null when nothing is to be remembered.</param>
public sealed record ReplySettled(
    long Number,
    DateTimeOffset At,
    Settlement As,
    ulong Accepted = 0,
    int Code = 0,
    bool PossiblyTwice = false,
    int Attempt = 0,
    DateTimeOffset? PairFullAt = null) : IConversationEvent;

public enum Settlement
{
    /// <summary>The Graph API took it.</summary>
    Accepted = 1,

    /// <summary>It can never be delivered.</summary>
    GivenUp = 2,

    /// <summary>The 24 hours passed before it could leave.</summary>
    WindowClosed = 3,

    /// <summary>A notice that was of no use any more when its turn came.</summary>
    Expired = 4,
}

/// <summary>What a turn changed. Closed.</summary>
public abstract record TurnFact
{
    private TurnFact()
    {
    }

    /// <summary>The applicant's address, at the first turn and whenever more of it becomes known.</summary>
    public sealed record ApplicantSeen(Applicant Applicant) : TurnFact;

    /// <summary>WhatsApp said that the applicant's number or scoped id changed.</summary>
    /// <param name="Left">The number given up; null when only the scoped id changed.</param>
    /// <param name="Meets">Whom the new number was left to before; null when the conversation named after it has it.</param>
    public sealed record AddressChanged(Applicant Now, NumberLeft? Left, ConversationId? Meets) : TurnFact;

    public sealed record LanguageChosen(LanguageCode Language) : TurnFact;

    public sealed record StepEntered(Step Step) : TurnFact;

    /// <summary>A node was shown; it stands at this place of the trail.</summary>
    public sealed record Shown(string Node, int Depth) : TurnFact;

    /// <summary>A number and a birth date did not belong together.</summary>
    public sealed record ProofFailed : TurnFact;

    public sealed record LookupsLocked(DateTimeOffset Until) : TurnFact;

    public sealed record Paused(DateTimeOffset Until) : TurnFact;

    public sealed record FeedbackGiven(string Reference, FeedbackCategory Category, string Text) : TurnFact;

    /// <param name="Rating">1 to 5.</param>
    public sealed record FeedbackRated(string Reference, int Rating) : TurnFact;

    public sealed record OfficerAsked(string Reference, string Text) : TurnFact;

    /// <summary>A number and a birth date belonged together.</summary>
    /// <param name="IsMinor">Under 17: a parent collects.</param>
    public sealed record ApplicationProven(ApplicationNumber Number, Stage Stage, DateOnly? ReadyOn, string Initials, bool IsMinor) : TurnFact;

    /// <summary>A pickup day said so: new, changed, or only looked at.</summary>
    public sealed record BookingSeen(BookingView Booking) : TurnFact;

    public sealed record BookingGone(BookingAt Booking, BookingEnd Why) : TurnFact;

    public sealed record WaitlistJoined(PickupDayId Day) : TurnFact;

    public sealed record WaitlistLeft(PickupDayId Day) : TurnFact;

    public sealed record TicketSeen(DrawnTicket Ticket) : TurnFact;

    public sealed record DoorCodeWrong : TurnFact;

    public sealed record RemindersStopped(bool Stopped) : TurnFact;

    /// <param name="Rating">1 to 5.</param>
    public sealed record ServiceRated(PickupDayId Day, TicketNumber Ticket, int Rating) : TurnFact;

    /// <summary>The applicant was asked for pardon: messages had been held up.</summary>
    public sealed record Apologised : TurnFact;
}
