namespace Sigap.Bench.Drill.Checks;

/// <summary>I14: while nothing is broken, WhatsApp gets its 200 soon.</summary>
internal static class QuietWebhooks
{
    private const double MostSlow = 0.01;
    private static readonly TimeSpan Median = TimeSpan.FromMilliseconds(250);

    public static IEnumerable<Finding> In(string phase, PhaseFigures figures)
    {
        if (figures.PostMedian > Median)
        {
            yield return new Finding(
                "I14", Harm.Other, $"median {phase}", $"{phase}: half of the webhooks took more than {figures.PostMedian.TotalMilliseconds:0} ms");
        }

        if (figures.PostSlow > MostSlow)
        {
            yield return new Finding(
                "I14", Harm.Other, $"slow {phase}", $"{phase}: {figures.PostSlow:P1} of the webhooks took more than a second");
        }
    }
}
