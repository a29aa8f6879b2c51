using Sigap.Kernel;

namespace Sigap.Transport;

/// <summary>Judges a send by the table of errors.</summary>
/// <param name="chance">Gives a number between 0 and 1 each time.</param>
public sealed class TableSendPolicy(GraphErrorTable table, Func<double> chance) : ISendPolicy
{
    private const int ThroughputUsedUp = 130429;
    private const int SpamLimit = 131048;
    private const int TooManyRequests = 429;

    public SendJudgement Judge(SendOutcome outcome, int attempt) => Judgement(
        SendPolicy.Decide(table, outcome, attempt + 1, chance()),
        ReasonOf(outcome),
        outcome is SendOutcome.Refused refused ? refused.Code : 0) with
    {
        SlowsDown = outcome is SendOutcome.Refused { Code: ThroughputUsedUp } or SendOutcome.Refused { Code: 0, HttpStatus: TooManyRequests },
    };

    public SendJudgement JudgeFailed(int? code, int attempt) => Judgement(
        SendPolicy.DecideFailed(table, code, attempt + 1, chance()),
        $"failed with code {code ?? 0}: {MeaningOf(code ?? 0, httpStatus: 0)}",
        code ?? 0) with
    {
        SlowsDown = code == ThroughputUsedUp,
    };

    private static SendJudgement Judgement(SendDecision decision, string reason, int code) => decision switch
    {
        SendDecision.Done done => new(new SendVerdict.Accepted(done.Id.Fingerprint), StopsNumber: false, reason),
        SendDecision.RetryAfter retry => new(new SendVerdict.Later(retry.Delay), StopsNumber: false, reason)
        {
            Hold = retry.HoldsNumber ? retry.Delay : null,
            Alert = !retry.Alert ? null : code == SpamLimit ? AlertKind.SpamLimit : AlertKind.Limit,
        },
        SendDecision.AwaitStatus status => new(new SendVerdict.Unknown(status.Longer, status.IsLast), StopsNumber: false, reason),
        SendDecision.Stop { Scope: ErrorScope.Template } stop => new(new SendVerdict.Later(stop.Delay), StopsNumber: false, reason)
        {
            StopsTemplate = true,
            Alert = AlertKind.TemplateStopped,
        },
        SendDecision.Stop stop => new(new SendVerdict.Later(stop.Delay), StopsNumber: true, reason)
        {
            Hold = stop.Delay,
            Alert = AlertKind.NumberStopped,
        },
        SendDecision.GiveUp over => new(
            new SendVerdict.GivenUp(over.Code, NeedsTemplate: over.Reason == GiveUpReason.NeedsTemplate),
            StopsNumber: false,
            $"{reason}; given up: {over.Reason}")
        {
            Alert = over.Alert ? AlertKind.Refused : null,
        },
        var other => throw new InvalidOperationException($"{other.GetType().Name} is no decision known here"),
    };

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
