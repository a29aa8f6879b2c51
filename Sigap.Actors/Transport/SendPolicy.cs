namespace Sigap.Transport;

/// <summary>Decides what follows on a send. Pure: the table is data, chance is a parameter.</summary>
public static class SendPolicy
{
    /// <summary>
    /// Chance lengthens a delay by a fifth at most, so that those who failed together do not come back together.
    /// </summary>
    private const double Spread = 0.2;

    /// <param name="attempt">Sends so far, this one counted.</param>
    /// <param name="chance">Between 0 and 1.</param>
    public static SendDecision Decide(GraphErrorTable table, SendOutcome outcome, int attempt, double chance = 0)
    {
        ArgumentNullException.ThrowIfNull(table);
        return outcome switch
        {
            SendOutcome.Accepted accepted => new SendDecision.Done(accepted.Id),
            SendOutcome.Refused refused => Apply(
                table, table.For(refused.Code, refused.HttpStatus), refused.Code, attempt, chance, Believed(table, refused.RetryAfter)),
            SendOutcome.NotSent => Apply(table, table.NotSent, 0, attempt, chance, TimeSpan.Zero),
            SendOutcome.Unknown => new SendDecision.AwaitStatus(
                attempt <= 1 ? TimeSpan.Zero : table.Unknown.DelayAfter(attempt - 1), IsLast: !table.Unknown.Allows(attempt)),
            _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome?.GetType().Name, "Not an end of a send"),
        };
    }

    /// <summary>A message that was taken and failed later, as its status webhook says.</summary>
    public static SendDecision DecideFailed(GraphErrorTable table, int? errorCode, int attempt, double chance = 0)
    {
        ArgumentNullException.ThrowIfNull(table);
        return Apply(table, table.For(errorCode ?? 0, httpStatus: 0), errorCode ?? 0, attempt, chance, TimeSpan.Zero);
    }

    private static SendDecision Apply(
        GraphErrorTable table, GraphErrorRule rule, int code, int attempt, double chance, TimeSpan atLeast) => rule.Action switch
        {
            // What the number must wait for is no fault of the reply: it is never given up for it.
            ErrorAction.Retry or ErrorAction.Wait => rule.Allows(attempt) || (rule.Action == ErrorAction.Wait && rule.Scope.IsWide())
                ? new SendDecision.RetryAfter(
                    Delay(rule, attempt, chance, atLeast), rule.Scope, rule.Action == ErrorAction.Wait, rule.Alert)
                : new SendDecision.GiveUp(GiveUpReason.Exhausted, code, rule.Alert),
            ErrorAction.Template => new SendDecision.GiveUp(GiveUpReason.NeedsTemplate, code, rule.Alert),
            ErrorAction.Suppress => new SendDecision.GiveUp(GiveUpReason.Suppressed, code, rule.Alert),
            ErrorAction.AlertStop => new SendDecision.Stop(rule.Scope, code, Delay(table.Stopped, attempt, chance, atLeast)),
            _ => new SendDecision.GiveUp(GiveUpReason.Refused, code, rule.Alert),
        };

    private static TimeSpan Delay(GraphErrorRule rule, int attempt, double chance, TimeSpan atLeast)
    {
        var own = rule.DelayAfter(attempt);
        return (own > atLeast ? own : atLeast) * (1 + (Spread * Math.Clamp(chance, 0, 1)));
    }

    private static TimeSpan Believed(GraphErrorTable table, TimeSpan? asked) => asked switch
    {
        null => TimeSpan.Zero,
        { } wait when wait > table.RetryAfterLimit => table.RetryAfterLimit,
        { } wait => wait,
    };
}
