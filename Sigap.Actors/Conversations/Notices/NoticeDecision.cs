namespace Sigap.Conversations;

/// <summary>What follows from a notice. Closed.</summary>
public abstract record NoticeDecision
{
    private NoticeDecision()
    {
    }

    /// <summary>It was taken before; nothing happens.</summary>
    public sealed record Already : NoticeDecision
    {
        public static readonly Already Taken = new();
    }

    /// <summary>Nobody to tell, too late, or a kind the applicant asked not to be sent. Deciding again gives the same, so nothing is kept.</summary>
    public sealed record Unwanted : NoticeDecision
    {
        public static readonly Unwanted Here = new();
    }

    public sealed record Take(NoticeTaken Taken) : NoticeDecision;
}
