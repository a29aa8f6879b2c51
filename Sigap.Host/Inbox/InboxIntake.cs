using Sigap.Conversations;
using Sigap.Host.Webhook;
using Sigap.Kernel;
using Sigap.Transport;

namespace Sigap.Host.Inbox;

/// <summary>
/// Hands a message to its conversation, or to the inbox when the conversation does not answer in a second: durable either way.
/// Only a database that is away makes WhatsApp come again.
/// </summary>
internal sealed class InboxIntake(
    IHearing conversations,
    InboxTable table,
    InboxLines lines,
    InboxNudge nudge,
    InboxMetrics metrics,
    ConversationNames names,
    InboxOptions options,
    TimeProvider clock) : IConversationIntake
{
    /// <summary>For the wait behind earlier messages and for the write: beyond it WhatsApp had better redeliver.</summary>
    private static readonly TimeSpan WritePatience = TimeSpan.FromSeconds(5);

    public async Task<bool> Hear(InboundMessage message, CancellationToken cancel)
    {
        var hear = new Hear(names.For(message.Business, message.From), message);
        using var patience = new CancellationTokenSource(options.AskTimeout + WritePatience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancel);
        try
        {
            using var turn = await lines.Enter(hear.Conversation, either.Token);
            if (turn.IsWaiting || !await conversations.Hear(hear, options.AskTimeout, either.Token))
            {
                await Keep(hear, turn, either.Token);
            }

            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task Keep(Hear hear, InboxLines.Turn turn, CancellationToken cancel)
    {
        await table.Add(InboxItem.Of(hear), cancel);
        turn.IsWaiting = true;
        metrics.Written();
        nudge.Now();
    }
}
