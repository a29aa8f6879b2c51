using System.Collections.Immutable;

namespace Sigap.Transport;

/// <summary>
/// What follows on an error of the Graph API, as <c>config/graph-errors.yaml</c> says it. Every error has a rule.
/// </summary>
/// <param name="Codes">Sorted, without overlap.</param>
/// <param name="Statuses">By HTTP status, for refusals without a code of the table. Sorted, without overlap.</param>
/// <param name="Stopped">How often what is owed is tried again while its scope has stopped.</param>
/// <param name="RetryAfterLimit">The longest wait that is believed when an answer asks for one.</param>
public sealed record GraphErrorTable(
    ImmutableArray<GraphErrorRule> Codes,
    ImmutableArray<GraphErrorRule> Statuses,
    GraphErrorRule NotSent,
    GraphErrorRule Unknown,
    GraphErrorRule Stopped,
    GraphErrorRule Default,
    TimeSpan RetryAfterLimit)
{
    /// <summary>The code decides, then the HTTP status, then the default.</summary>
    public GraphErrorRule For(int code, int httpStatus) => Find(Codes, code) ?? Find(Statuses, httpStatus) ?? Default;

    private static GraphErrorRule? Find(ImmutableArray<GraphErrorRule> rules, int number)
    {
        var low = 0;
        var high = rules.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var rule = rules[middle];
            if (number < rule.From)
            {
                high = middle - 1;
            }
            else if (number > rule.To)
            {
                low = middle + 1;
            }
            else
            {
                return rule;
            }
        }

        return null;
    }
}
