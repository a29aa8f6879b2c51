using System.Globalization;

namespace Sigap.Bench.Drill.Checks;

/// <summary>I12: what the nodes count is what happened. Compared over a stretch in which no node was started or stopped.</summary>
/// <param name="Turns">Messages that became a turn.</param>
/// <param name="Accepted">Replies that are settled as accepted.</param>
internal sealed record HonestMetrics(long Turns, long Accepted)
{
    /// <summary>The sums over all nodes.</summary>
    public static async Task<HonestMetrics> Scrape(IEnumerable<WebhookNode> nodes, CancellationToken cancel)
    {
        using var http = new HttpClient();
        var sum = new HonestMetrics(0, 0);
        foreach (var node in nodes)
        {
            var text = await http.GetStringAsync(new Uri($"http://{node.Address}/metrics"), cancel);
            sum = new HonestMetrics(sum.Turns + Sum(text, "sigap_turns_total", ""), sum.Accepted + Sum(text, "sigap_replies_settled_total", "accepted"));
        }

        return sum;
    }

    /// <summary>What the journal has of the same.</summary>
    public static HonestMetrics Of(JournalPicture journal) => new(
        journal.Conversations.Values.Sum(conversation => conversation.Turns.Count),
        journal.Conversations.Values.Sum(conversation => conversation.Replies.Values.Count(reply => reply?.As == Conversations.Settlement.Accepted)));

    public static IEnumerable<Finding> Compare(
        string phase, HonestMetrics counted, HonestMetrics countedBefore, HonestMetrics happened, HonestMetrics happenedBefore)
    {
        var (turns, really) = (counted.Turns - countedBefore.Turns, happened.Turns - happenedBefore.Turns);
        if (turns != really)
        {
            yield return new Finding("I12", Harm.Other, $"turns {phase}", $"{phase}: the nodes counted {turns} turns; the journal has {really}");
        }

        (var accepted, really) = (counted.Accepted - countedBefore.Accepted, happened.Accepted - happenedBefore.Accepted);
        if (accepted != really)
        {
            yield return new Finding(
                "I12", Harm.Other, $"accepted {phase}", $"{phase}: the nodes counted {accepted} accepted replies; the journal has {really}");
        }
    }

    /// <param name="label">A value one of the labels must have; empty for any.</param>
    public static long Sum(string text, string name, string label) => text.Split('\n')
        .Where(line => line.StartsWith(name, StringComparison.Ordinal) && line.Length > name.Length && line[name.Length] is '{' or ' ')
        .Where(line => label.Length == 0 || line.Contains($"\"{label}\"", StringComparison.Ordinal))
        .Sum(line => (long)Value(line));

    /// <summary>The value stands behind the name or behind the labels; a timestamp may follow.</summary>
    private static double Value(string line)
    {
        var labels = line.LastIndexOf('}');
        var rest = labels < 0 ? line[line.IndexOf(' ', StringComparison.Ordinal)..] : line[(labels + 1)..];
        return double.Parse(rest.Trim().Split(' ')[0], CultureInfo.InvariantCulture);
    }
}
