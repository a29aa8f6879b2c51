using System.Collections.Immutable;

namespace Sigap.Transport;

/// <summary>Tells from its statuses how a send ended whose answer was never heard.</summary>
/// <param name="Attempt">The send it was told by.</param>
/// <param name="Reason">For the log: never holds anything personal.</param>
public sealed record StatusVerdict(SendVerdict Verdict, int Attempt, string Reason)
{
    /// <summary>Null when nothing was told that decides.</summary>
    /// <param name="attempt">The send in doubt: failures of earlier ones were judged in their time.</param>
    public static StatusVerdict? Of(ImmutableArray<AttemptStatus> told, int attempt, ISendPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var furthest = told.Where(status => status.Stage != DeliveryStage.Failed).MaxBy(status => (status.Stage, -status.Attempt));
        if (furthest is { } taken)
        {
            return new StatusVerdict(new SendVerdict.Accepted(taken.Message), taken.Attempt, "taken");
        }

        if (told.Where(status => status.Attempt >= attempt).MaxBy(status => status.Attempt) is not { } failed)
        {
            return null;
        }

        var judgement = policy.JudgeFailed(failed.ErrorCode, failed.Attempt);
        return new StatusVerdict(judgement.Verdict, failed.Attempt, judgement.Reason);
    }
}
