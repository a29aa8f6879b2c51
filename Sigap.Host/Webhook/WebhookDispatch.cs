using Sigap.Transport;

namespace Sigap.Host.Webhook;

/// <summary>
/// Brings the messages of one webhook to their conversations: those of one applicant one after the other, oldest first;
/// different applicants side by side.
/// </summary>
internal sealed class WebhookDispatch(IConversationIntake intake, ILogger<WebhookDispatch> log)
{
    /// <returns>True when every message was heard.</returns>
    public async Task<bool> Hear(IReadOnlyList<InboundMessage> messages, int applicantsAtOnce, CancellationToken cancel)
    {
        if (messages.Count <= 1)
        {
            return messages.Count == 0 || await HearAll(messages, cancel);
        }

        var unheard = 0;
        var limit = new ParallelOptions { MaxDegreeOfParallelism = applicantsAtOnce, CancellationToken = cancel };
        await Parallel.ForEachAsync(ByApplicant(messages), limit, async (own, stop) =>
        {
            if (!await HearAll(own, stop))
            {
                Interlocked.Increment(ref unheard);
            }
        });
        return unheard == 0;
    }

    /// <summary>The sort is stable: within a second, which is all a timestamp tells, the order of arrival counts.</summary>
    private static IEnumerable<IReadOnlyList<InboundMessage>> ByApplicant(IReadOnlyList<InboundMessage> messages) =>
        messages
            .GroupBy(message => (message.Business, message.From.Key))
            .Select(own => own.OrderBy(message => message.SentAt).ToList());

    /// <summary>Stops at the first that is not heard: when it comes again, the later ones must not have passed it.</summary>
    private async Task<bool> HearAll(IReadOnlyList<InboundMessage> own, CancellationToken cancel)
    {
        foreach (var message in own)
        {
            if (!await HearOne(message, cancel))
            {
                return false;
            }
        }

        return true;
    }

    private async Task<bool> HearOne(InboundMessage message, CancellationToken cancel)
    {
        try
        {
            return await intake.Hear(message, cancel);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            // The kind of failure only: an exception's text may quote what it failed on.
            log.LogWarning("{Message} could not be handed to its conversation: {Failure}", message.Id, e.GetType().Name);
            return false;
        }
    }
}
