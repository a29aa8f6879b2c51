namespace Sigap.Bench.Drill.Checks;

/// <summary>
/// WhatsApp is told 200 or 503 and nothing else, whatever is broken. Where nothing is, or a node leaves in order, it also always
/// gets an answer.
/// </summary>
internal static class WebhooksAreAnswered
{
    /// <param name="inOrder">No node died, stood still or was out of reach.</param>
    public static IEnumerable<Finding> In(string phase, PhaseFigures figures, bool inOrder)
    {
        if (figures.OtherAnswers > 0)
        {
            yield return new Finding(
                "webhook", Harm.Other, $"other {phase}", $"{phase}: {figures.OtherAnswers} posts were answered neither 200 nor 503");
        }

        if (inOrder && figures.NoAnswer > 0)
        {
            yield return new Finding("webhook", Harm.Other, $"none {phase}", $"{phase}: {figures.NoAnswer} posts were not answered at all");
        }
    }
}
