namespace Sigap.Transport;

/// <summary>Judges a send by the table of errors.</summary>
/// <param name="chance">Gives a number between 0 and 1 each time.</param>
public sealed class TableSendPolicy(GraphErrorTable table, Func<double> chance) : ISendPolicy
{
    /// <summary>A number that is told to wait this long rests as a whole; a shorter wait concerns the reply only.</summary>
    private static readonly TimeSpan LongWait = TimeSpan.FromMinutes(1);

    public SendJudgement Judge(SendOutcome outcome, int attempt) =>
        Judgement(SendPolicy.Decide(table, outcome, attempt + 1, chance()), ReasonOf(outcome));

    public SendJudgement JudgeFailed(int? code, int attempt) => Judgement(
        SendPolicy.DecideFailed(table, code, attempt + 1, chance()),
        $"failed with code {code ?? 0}: {MeaningOf(code ?? 0, httpStatus: 0)}");

    private static SendJudgement Judgement(SendDecision decision, string reason) => decision switch
    {
        SendDecision.Done done => new(new SendVerdict.Accepted(done.Id.Fingerprint), StopsNumber: false, reason),
        SendDecision.RetryAfter retry => new(new SendVerdict.Later(retry.Delay), Rests(retry), reason),
        SendDecision.AwaitStatus status => new(new SendVerdict.Unknown(status.Longer, status.IsLast), StopsNumber: false, reason),

        // A template that is stopped takes nothing else with it, and waiting does not mend it.
        SendDecision.Stop { Scope: ErrorScope.Template } stop => new(new SendVerdict.GivenUp(stop.Code), StopsNumber: false, reason),
        SendDecision.Stop stop => new(new SendVerdict.Later(stop.Delay), StopsNumber: true, reason),
        SendDecision.GiveUp over => new(
            new SendVerdict.GivenUp(over.Code, NeedsTemplate: over.Reason == GiveUpReason.NeedsTemplate),
            StopsNumber: false,
            $"{reason}; given up: {over.Reason}"),
        var other => throw new InvalidOperationException($"{other.GetType().Name} is no decision known here"),
    };

    private static bool Rests(SendDecision.RetryAfter retry) =>
        retry is { HoldsScope: true, Scope: ErrorScope.Number or ErrorScope.Account or ErrorScope.App or ErrorScope.Token }
        && retry.Delay >= LongWait;

    private string ReasonOf(SendOutcome outcome) => outcome switch
    {
        SendOutcome.Refused refused =>
            $"refused with code {refused.Code}, status {refused.HttpStatus}: {MeaningOf(refused.Code, refused.HttpStatus)}",
        SendOutcome.NotSent notSent => $"not sent: {notSent.Reason}",
        SendOutcome.Unknown unknown => $"outcome unknown: {unknown.Reason}",
        _ => "accepted",
    };

    private string MeaningOf(int code, int httpStatus) =>
        table.For(code, httpStatus).Meaning is { Length: > 0 } meaning ? meaning : "not in the table";
}
