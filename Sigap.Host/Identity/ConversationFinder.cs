using Sigap.Kernel;
using Sigap.Transport;

namespace Sigap.Host.Identity;

/// <summary>
/// Names the conversation a message goes to first. A message with a number costs nothing: the conversation named after the number
/// knows itself where its person has gone.
/// </summary>
internal sealed class ConversationFinder(ConversationNames names, IdentityTable table)
{
    public async ValueTask<ConversationId> Of(InboundMessage message, CancellationToken cancel)
    {
        var named = names.For(message.Business, message.From);
        if (message.From.ScopedId is not { } scopedId
            || (message.From.Phone is not null && message.Content is not InboundContent.IdentityChange))
        {
            return named;
        }

        return await table.ConversationOf(names.OfScopedId(message.Business, scopedId), cancel) ?? named;
    }
}
