namespace Sigap.Transport;

/// <summary>Says what an outcome means for the reply and for its business number.</summary>
public interface ISendPolicy
{
    /// <param name="attempt">Counted from 0.</param>
    SendJudgement Judge(SendOutcome outcome, int attempt);

    /// <summary>What it means that a status says the message failed.</summary>
    SendJudgement JudgeFailed(int? code, int attempt);
}

/// <param name="StopsNumber">Nothing more can be sent on this business number for the time being.</param>
/// <param name="Reason">For the log: never holds anything personal.</param>
public sealed record SendJudgement(SendVerdict Verdict, bool StopsNumber, string Reason);
