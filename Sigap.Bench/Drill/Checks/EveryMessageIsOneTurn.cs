namespace Sigap.Bench.Drill.Checks;

/// <summary>I1 and I2: what was acknowledged was handled, once. And in the end everything was acknowledged.</summary>
internal static class EveryMessageIsOneTurn
{
    public static IEnumerable<Finding> In(DrillEvidence evidence)
    {
        foreach (var message in evidence.Messages)
        {
            if (message.AcknowledgedAt is not { } at)
            {
                yield return new Finding(
                    "I9", Harm.Other, $"unacknowledged {message}", $"{message} was never acknowledged, in {message.Attempts} tries");
            }
            else if (!evidence.Journal.Turns.ContainsKey(message.Fingerprint))
            {
                yield return new Finding(
                    "I1", Harm.Lost, $"no turn {message}",
                    $"{message} was acknowledged by {message.AcknowledgedBy} at {at:hh\\:mm\\:ss\\.fff}, in try {message.Attempts}, and has no turn");
            }
        }

        foreach (var turn in evidence.Journal.Again)
        {
            yield return new Finding(
                "I2", Harm.Twice, $"again {turn.Conversation} {turn.Place}",
                $"turn {turn.Place} of conversation {turn.Conversation} handles message {turn.Message:x16}, which has a turn already");
        }
    }
}
