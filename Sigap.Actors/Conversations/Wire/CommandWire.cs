using Sigap.Kernel;
using Sigap.Transport;
using Proto = Sigap.Conversations.Wire;

namespace Sigap.Conversations;

internal static class CommandWire
{
    public static Proto.Hear ToWire(Hear hear) => new()
    {
        Conversation = hear.Conversation.Value,
        Message = InboundWire.ToWire(hear.Message),
    };

    public static Hear HearFromWire(byte[] bytes)
    {
        var wire = Proto.Hear.Parser.ParseFrom(bytes);
        return new Hear(new ConversationId(wire.Conversation), InboundWire.FromWire(wire.Message));
    }

    public static Proto.Heard ToWire(Heard heard) => new() { Again = heard.Again };

    public static Heard HeardFromWire(byte[] bytes) => Proto.Heard.Parser.ParseFrom(bytes).Again ? Heard.Before : Heard.Now;

    public static Proto.Wake ToWire(Wake wake) => new() { Conversation = wake.Conversation.Value };

    public static Wake WakeFromWire(byte[] bytes) => new(new ConversationId(Proto.Wake.Parser.ParseFrom(bytes).Conversation));

    public static Proto.Notify ToWire(Notify notify) => new()
    {
        Conversation = notify.Conversation.Value,
        Id = notify.Id,
        Notice = NoticeWire.ToWire(notify.Notice),
        ValidUntilMs = notify.ValidUntil.ToWire(),
    };

    public static Notify NotifyFromWire(byte[] bytes)
    {
        var wire = Proto.Notify.Parser.ParseFrom(bytes);
        return new Notify(
            new ConversationId(wire.Conversation), wire.Id, NoticeWire.FromWire(wire.Notice), WireTime.FromWire(wire.ValidUntilMs));
    }

    public static Proto.Notified ToWire(Notified notified) => new() { Again = notified.Again };

    public static Notified NotifiedFromWire(byte[] bytes) =>
        Proto.Notified.Parser.ParseFrom(bytes).Again ? Notified.Before : Notified.Now;

    public static Proto.ReplyOutcome ToWire(ReplyOutcome outcome)
    {
        var wire = new Proto.ReplyOutcome { Conversation = outcome.Conversation.Value, Number = outcome.Number };
        switch (outcome.Verdict)
        {
            case SendVerdict.Accepted accepted: wire.Accepted = accepted.Fingerprint; break;
            case SendVerdict.GivenUp givenUp: wire.Refused = givenUp.Code; break;
            case SendVerdict.Later later: wire.LaterMs = (long)later.After.TotalMilliseconds; break;
            case SendVerdict.Unknown unknown:
                wire.Unknown = new Proto.UnknownOutcome { LongerMs = (long)unknown.Longer.TotalMilliseconds, IsLast = unknown.IsLast };
                break;
            default: throw new InvalidOperationException($"No wire form for verdict {outcome.Verdict.GetType().Name}");
        }

        return wire;
    }

    public static ReplyOutcome OutcomeFromWire(byte[] bytes)
    {
        var wire = Proto.ReplyOutcome.Parser.ParseFrom(bytes);
        SendVerdict verdict = wire.EndCase switch
        {
            Proto.ReplyOutcome.EndOneofCase.Accepted => new SendVerdict.Accepted(wire.Accepted),
            Proto.ReplyOutcome.EndOneofCase.Refused => new SendVerdict.GivenUp(wire.Refused),
            Proto.ReplyOutcome.EndOneofCase.LaterMs => new SendVerdict.Later(TimeSpan.FromMilliseconds(wire.LaterMs)),
            Proto.ReplyOutcome.EndOneofCase.Unknown =>
                new SendVerdict.Unknown(TimeSpan.FromMilliseconds(wire.Unknown.LongerMs), wire.Unknown.IsLast),
            _ => throw new InvalidDataException($"Verdict {(int)wire.EndCase} is not known here; it was sent by a newer version"),
        };
        return new ReplyOutcome(new ConversationId(wire.Conversation), wire.Number, verdict);
    }
}
