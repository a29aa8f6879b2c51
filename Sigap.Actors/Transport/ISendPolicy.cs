using Sigap.Kernel;

namespace Sigap.Transport;

/// <summary>Says what an outcome means for the reply and for its business number.</summary>
public interface ISendPolicy
{
    /// <param name="attempt">Counted from 0.</param>
    SendJudgement Judge(SendOutcome outcome, int attempt);

    /// <summary>What it means that a status says the message failed.</summary>
    SendJudgement JudgeFailed(int? code, int attempt);
}

/// <param name="StopsNumber">Nothing more can be sent on this business number until an operator has acted.</param>
/// <param name="Reason">For the log: never holds anything personal.</param>
public sealed record SendJudgement(SendVerdict Verdict, bool StopsNumber, string Reason)
{
    /// <summary>Everything else of the business number waits as long; null when this concerns the reply only.</summary>
    public TimeSpan? Hold { get; init; }

    /// <summary>The number was faster than WhatsApp allows.</summary>
    public bool SlowsDown { get; init; }

    /// <summary>The template is not taken for the time being; what needs it waits.</summary>
    public bool StopsTemplate { get; init; }

    /// <summary>What an operator is told; null when nobody needs to look.</summary>
    public AlertKind? Alert { get; init; }
}
