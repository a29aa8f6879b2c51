using Sigap.Conversations;
using Sigap.Kernel;
using Sigap.Transport;

namespace Sigap.Tests.Inbox;

/// <summary>Messages of invented applicants, each with a number that tells which it is.</summary>
internal static class Messages
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
    private static readonly BusinessNumberId Business = new("109000000000001");

    public static readonly ConversationNames Names = new(new byte[32]);

    public static InboundMessage Message(string phone, int number, DateTimeOffset? sentAt = null) => new(
        new MessageId($"wamid.{phone}.{number}"),
        Business,
        Applicant.From(phone, null)!,
        sentAt ?? Noon.AddSeconds(number),
        Noon.AddSeconds(number),
        new InboundContent.Text($"{number}"));

    public static ConversationId ConversationOf(string phone) => Names.For(Business, Applicant.From(phone, null)!);

    public static Hear Hear(string phone, int number, DateTimeOffset? sentAt = null) =>
        new(ConversationOf(phone), Message(phone, number, sentAt));

    public static int Number(Hear hear) =>
        int.Parse(((InboundContent.Text)hear.Message.Content).Body, System.Globalization.CultureInfo.InvariantCulture);
}
