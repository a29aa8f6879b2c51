using System.Diagnostics;

namespace Sigap.Bench.Load;

/// <summary>
/// One message as WhatsApp and its applicant see it: posted until it is acknowledged, answered, and the reply's statuses
/// posted. When it begins is the caller's affair, so that it serves a closed and an open loop alike.
/// </summary>
internal sealed class Exchange(WebhookPayloads payloads, int statuses, TimeProvider clock)
{
    private const int Attempts = 10;
    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);

    public async Task Take(Applicant applicant, WebhookConnection connection, Score score, CancellationToken cancel)
    {
        var began = Stopwatch.GetTimestamp();
        var (message, reply) = applicant.Write();
        if (!await Post(connection, payloads.Message(applicant, message, Seconds()), score, cancel))
        {
            score.Unacknowledged++;
            return;
        }

        score.Acknowledged.Record(began, Stopwatch.GetTimestamp());
        if (!await Arrives(reply, cancel))
        {
            score.Lost++;
            return;
        }

        var arrival = await reply;
        score.EndToEnd.Record(began, arrival.At);
        score.Answered++;
        for (var stage = 0; stage < statuses; stage++)
        {
            var posted = Stopwatch.GetTimestamp();
            if (await Post(connection, payloads.Status(applicant, arrival, stage, Seconds()), score, cancel))
            {
                score.StatusAcknowledged.Record(posted, Stopwatch.GetTimestamp());
            }
            else
            {
                score.Unacknowledged++;
            }
        }
    }

    /// <summary>WhatsApp comes back with what was not acknowledged; the time until then counts.</summary>
    private async Task<bool> Post(WebhookConnection connection, byte[] request, Score score, CancellationToken cancel)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await connection.Post(request, cancel) == StatusCodes.Status200OK)
            {
                return true;
            }

            score.Refused++;
            await Task.Delay(BetweenAttempts, clock, cancel);
        }

        return false;
    }

    private async Task<bool> Arrives(Task<ReplyArrival> reply, CancellationToken cancel)
    {
        if (reply.IsCompleted)
        {
            return true;
        }

        try
        {
            await reply.WaitAsync(Patience, clock, cancel);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private long Seconds() => clock.GetUtcNow().ToUnixTimeSeconds();
}
