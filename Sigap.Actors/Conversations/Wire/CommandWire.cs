using Sigap.Kernel;
using Proto = Sigap.Conversations.Wire;

namespace Sigap.Conversations;

internal static class CommandWire
{
    public static Proto.Hear ToWire(Hear hear) => new()
    {
        Conversation = hear.Conversation.Value,
        Message = InboundWire.ToWire(hear.Message),
        Hops = hear.Hops,
    };

    public static Hear HearFromWire(byte[] bytes)
    {
        var wire = Proto.Hear.Parser.ParseFrom(bytes);
        return new Hear(new ConversationId(wire.Conversation), InboundWire.FromWire(wire.Message)) { Hops = wire.Hops };
    }

    public static Proto.Heard ToWire(Heard heard) => new() { Again = heard.Again };

    public static Heard HeardFromWire(byte[] bytes) => Proto.Heard.Parser.ParseFrom(bytes).Again ? Heard.Before : Heard.Now;

    public static Proto.Wake ToWire(Wake wake) => new() { Conversation = wake.Conversation.Value, Reply = wake.Reply };

    public static Wake WakeFromWire(byte[] bytes)
    {
        var wire = Proto.Wake.Parser.ParseFrom(bytes);
        return new Wake(new ConversationId(wire.Conversation), wire.Reply);
    }

    public static Proto.Notify ToWire(Notify notify) => new()
    {
        Conversation = notify.Conversation.Value,
        Id = notify.Id,
        Notice = NoticeWire.ToWire(notify.Notice),
        ValidUntilMs = notify.ValidUntil.ToWire(),
        Hops = notify.Hops,
    };

    public static Notify NotifyFromWire(byte[] bytes)
    {
        var wire = Proto.Notify.Parser.ParseFrom(bytes);
        return new Notify(
            new ConversationId(wire.Conversation), wire.Id, NoticeWire.FromWire(wire.Notice), WireTime.FromWire(wire.ValidUntilMs))
        {
            Hops = wire.Hops,
        };
    }

    public static Proto.Notified ToWire(Notified notified) => new() { Again = notified.Again };

    public static Notified NotifiedFromWire(byte[] bytes) =>
        Proto.Notified.Parser.ParseFrom(bytes).Again ? Notified.Before : Notified.Now;
}
