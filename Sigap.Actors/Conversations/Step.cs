using System.Collections.Immutable;
using Sigap.Kernel;
using Sigap.Language;

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
    public sealed record AwaitingNumber(string FirstHalf = "", bool SurelyApplication = false) : Step;

    public sealed record AwaitingBirthDate(ApplicationNumber Number) : Step;

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
}

public enum FeedbackCategory
{
    Compliment = 1,
    Suggestion = 2,
    Complaint = 3,
}
