using Sigap.Conversations;
using Sigap.Host.Identity;
using Sigap.Host.Webhook;
using Sigap.Transport;

namespace Sigap.Host.Inbox;

/// <summary>
/// Hands a message to its conversation, or to the inbox when the conversation does not answer in a second: durable either way.
/// Only a database that is away makes WhatsApp come again.
/// </summary>
internal sealed class InboxIntake(
    IHearing conversations,
    InboxTable table,
    InboxSight sight,
    InboxLines lines,
    InboxNudge nudge,
    InboxMetrics metrics,
    ConversationFinder finder,
    InboxOptions options,
    TimeProvider clock) : IConversationIntake
{
    public async Task<bool> Hear(InboundMessage message, CancellationToken cancel)
    {
        using var patience = new CancellationTokenSource(options.AskTimeout + options.WriteTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancel);
        try
        {
            if (await IsKept(new Hear(await finder.Of(message, either.Token), message), either.Token))
            {
                await sight.Settle(cancel);
            }

            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <returns>True when the inbox has it, false when its conversation has.</returns>
    private async Task<bool> IsKept(Hear hear, CancellationToken cancel)
    {
        await sight.Refresh(cancel);
        using var turn = await lines.Enter(hear.Conversation, cancel);
        if (!turn.IsWaiting && await conversations.Hear(hear, options.AskTimeout, cancel))
        {
            return false;
        }

        await table.Add(InboxItem.Of(hear), cancel);
        turn.IsWaiting = true;
        metrics.Written();
        nudge.Now();
        return true;
    }
}
