using Sigap.Transport;

namespace Sigap.Conversations;

/// <summary>A reply that was sent before and is to leave once more.</summary>
/// <param name="Attempt">The next send's, counted from 0.</param>
/// <param name="Refusals">How often WhatsApp held that the 24 hours were over.</param>
public sealed record SendAgain(int Attempt, DateTimeOffset NotBefore, int Refusals = 0)
{
    /// <summary>From this many refusals on only a template is tried.</summary>
    public const int OnlyTemplate = 2;

    /// <summary>In rare cases WhatsApp refuses a reply within the 24 hours; it takes it a little later.</summary>
    private static readonly TimeSpan WindowPause = TimeSpan.FromMinutes(1);

    /// <summary>What follows on a send that did not succeed. Null when the reply is lost.</summary>
    /// <param name="attempt">The send it is about.</param>
    /// <param name="refusals">Before this one.</param>
    /// <param name="isWindowOpen">By our own count.</param>
    public static SendAgain? After(SendVerdict verdict, int attempt, int refusals, DateTimeOffset now, bool isWindowOpen) => verdict switch
    {
        SendVerdict.Later later => new(attempt + 1, now + AtLeast(later.After), refusals),
        SendVerdict.GivenUp { NeedsTemplate: true } when refusals == 0 && isWindowOpen => new(attempt + 1, now + WindowPause, Refusals: 1),
        SendVerdict.GivenUp { NeedsTemplate: true } when refusals < OnlyTemplate =>
            new(attempt + 1, now + PairPace.LeastPause, OnlyTemplate),
        _ => null,
    };

    private static TimeSpan AtLeast(TimeSpan time) => time > PairPace.LeastPause ? time : PairPace.LeastPause;
}
