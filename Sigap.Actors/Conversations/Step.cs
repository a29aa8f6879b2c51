using System.Collections.Immutable;
using Sigap.Kernel;
using Sigap.Language;
using Sigap.Pickup;

namespace Sigap.Conversations;

/// <summary>Where in which dialogue a conversation stands: what the next message is an answer to. Closed.</summary>
public abstract record Step
{
    private Step()
    {
    }

    /// <summary>Nothing was asked: the next message may be about anything.</summary>
    public sealed record Idle : Step
    {
        public static readonly Idle Here = new();
    }

    /// <summary>"Maksud Anda …?" was asked once; it is not asked twice.</summary>
    public sealed record Clarifying(Intent One, Intent Other) : Step;

    /// <summary>In the middle of the questions that lead to a personal checklist.</summary>
    public sealed record AskingRequirements(string Kind, ImmutableSortedDictionary<string, bool> Answers) : Step
    {
        public bool Equals(AskingRequirements? other) =>
            other is not null && Kind == other.Kind && Answers.SequenceEqual(other.Answers);

        public override int GetHashCode() => HashCode.Combine(Kind, Answers.Count);
    }

    /// <param name="FirstHalf">Digits of a number that began in an earlier message.</param>
    /// <param name="SurelyApplication">The applicant said that the number, which could also be a NIK, is an application number.</param>
    /// <param name="For">The proof is for booking: these come along already. Null: it is for seeing the status.</param>
    public sealed record AwaitingNumber(string FirstHalf = "", bool SurelyApplication = false, Party? For = null) : Step;

    public sealed record AwaitingBirthDate(ApplicationNumber Number, Party? For = null) : Step;

    public sealed record AwaitingFeedbackCategory : Step
    {
        public static readonly AwaitingFeedbackCategory Here = new();
    }

    public sealed record AwaitingFeedbackText(FeedbackCategory Category) : Step;

    /// <summary>The feedback is stored under this reference; only its rating is open.</summary>
    public sealed record AwaitingRating(string Reference) : Step;

    public sealed record AwaitingOfficerQuestion : Step
    {
        public static readonly AwaitingOfficerQuestion Here = new();
    }

    public sealed record MakingBooking(BookingDraft Draft, BookingAsks Asks) : Step;

    public sealed record ChangingBooking(BookingAt Booking, BookingChange Change) : Step;

    /// <summary>The applicant says to be in the hall: the code on the door proves it.</summary>
    public sealed record AwaitingDoorCode : Step
    {
        public static readonly AwaitingDoorCode Here = new();
    }
}

public enum FeedbackCategory
{
    Compliment = 1,
    Suggestion = 2,
    Complaint = 3,
}
