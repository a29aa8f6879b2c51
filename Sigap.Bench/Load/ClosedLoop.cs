using System.Net;

namespace Sigap.Bench.Load;

/// <summary>
/// So many senders, each with a connection and applicants of its own: a sender begins the next message when the last one
/// is answered, an applicant has one message under way.
/// </summary>
internal sealed class ClosedLoop(Exchange exchange, Population population, IPEndPoint server, int concurrency)
{
    /// <param name="first">The first applicant; the others follow.</param>
    /// <param name="messages">Of all applicants together; they take turns.</param>
    public async Task<Score> Run(int first, int applicants, long messages, Progress progress, CancellationToken deadline)
    {
        var senders = Math.Min(concurrency, applicants);
        var scores = await Task.WhenAll(Enumerable.Range(0, senders).Select(sender => Task.Run(
            () => Send(sender, senders, first, applicants, messages, progress, deadline), CancellationToken.None)));
        var total = new Score();
        foreach (var score in scores)
        {
            total.Add(score);
        }

        return total;
    }

    private async Task<Score> Send(
        int sender, int senders, int first, int applicants, long messages, Progress progress, CancellationToken deadline)
    {
        var score = new Score();
        using var connection = new WebhookConnection(server);
        var own = Share(applicants);
        var share = Share(messages);
        try
        {
            for (var i = 0L; i < share; i++)
            {
                var applicant = population.At(first + sender + ((int)(i % own) * senders));
                await exchange.Take(applicant, connection, score, deadline);
                progress.Step();
            }
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            // Cut off: what was measured so far counts, the message under way does not.
        }

        return score;

        long Share(long all) => (all - sender + senders - 1) / senders;
    }
}
