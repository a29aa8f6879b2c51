using Sigap.Conversations;
using Sigap.Kernel;
using Sigap.Transport;

namespace Sigap.Tests.Wire;

/// <summary>What holds a business number back. Only ever added to.</summary>
internal static class TransportSamples
{
    private static readonly DateTimeOffset At = new(2026, 11, 24, 2, 0, 0, 250, TimeSpan.Zero);
    private static readonly ConversationId Conversation = new("109000000000001.AAECAwQFBgcICQoLDA0O");
    private static readonly BusinessNumberId Business = new("109000000000001");

    public static readonly object[] All =
    [
        new Inbound(Business, 3),
        new CredentialsChanged(Business),
        new SendFailed(Business, 131048, At),
        new Deliver(
            Conversation,
            11,
            0,
            new OutboundMessage(Business, Applicant.From("6281200000001", null)!, new OutboundBody.Plain("Terima kasih."), $"{Conversation.Value}:11:0"))
        {
            Until = At.AddHours(24),
        },
        new ReplyOutcome(Conversation, 11, new SendVerdict.Held(TimeSpan.FromSeconds(30))),
    ];
}
