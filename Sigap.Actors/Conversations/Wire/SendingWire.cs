using Sigap.Kernel;
using Proto = Sigap.Conversations.Wire;

namespace Sigap.Conversations;

internal static class SendingWire
{
    public static Proto.ReplySettled ToWire(ReplySettled settled)
    {
        var wire = new Proto.ReplySettled
        {
            Number = settled.Number,
            AtMs = settled.At.ToWire(),
            As = (Proto.Settlement)settled.As,
            Accepted = settled.Accepted,
            Code = settled.Code,
            PossiblyTwice = settled.PossiblyTwice,
            Attempt = settled.Attempt,
        };
        if (settled.PairFullAt is { } full)
        {
            wire.PairFullAtMs = full.ToWire();
        }

        return wire;
    }

    public static ReplySettled SettledFromWire(byte[] bytes)
    {
        var wire = Proto.ReplySettled.Parser.ParseFrom(bytes);
        return new ReplySettled(
            wire.Number,
            WireTime.FromWire(wire.AtMs),
            (Settlement)wire.As,
            wire.Accepted,
            wire.Code,
            wire.PossiblyTwice,
            wire.Attempt,
            wire.HasPairFullAtMs ? WireTime.FromWire(wire.PairFullAtMs) : null);
    }

    public static Proto.ReplyBounced ToWire(ReplyBounced bounced) => new()
    {
        Number = bounced.Number,
        AtMs = bounced.At.ToWire(),
        Code = bounced.Code,
        Again = bounced.Again is { } again ? ToWire(again) : null,
    };

    public static ReplyBounced BouncedFromWire(byte[] bytes)
    {
        var wire = Proto.ReplyBounced.Parser.ParseFrom(bytes);
        return new ReplyBounced(wire.Number, WireTime.FromWire(wire.AtMs), wire.Code, FromWire(wire.Again));
    }

    public static Proto.SendingRested ToWire(SendingRested rested)
    {
        var wire = new Proto.SendingRested { AtMs = rested.At.ToWire(), Rests = rested.Rests };
        if (rested.PairFullAt is { } full)
        {
            wire.PairFullAtMs = full.ToWire();
        }

        return wire;
    }

    public static SendingRested RestedFromWire(byte[] bytes)
    {
        var wire = Proto.SendingRested.Parser.ParseFrom(bytes);
        return new SendingRested(
            WireTime.FromWire(wire.AtMs), wire.Rests, wire.HasPairFullAtMs ? WireTime.FromWire(wire.PairFullAtMs) : null);
    }

    public static Proto.TellFailed ToWire(TellFailed failed)
    {
        var wire = new Proto.TellFailed
        {
            Conversation = failed.Conversation.Value,
            Reply = failed.Reply,
            Attempt = failed.Attempt,
            Message = failed.Message,
        };
        if (failed.Code is { } code)
        {
            wire.Code = code;
        }

        return wire;
    }

    public static TellFailed TellFailedFromWire(byte[] bytes)
    {
        var wire = Proto.TellFailed.Parser.ParseFrom(bytes);
        return new TellFailed(
            new ConversationId(wire.Conversation), wire.Reply, wire.Attempt, wire.Message, wire.HasCode ? wire.Code : null);
    }

    public static Proto.SendAgain ToWire(SendAgain again) =>
        new() { Attempt = again.Attempt, NotBeforeMs = again.NotBefore.ToWire(), Refusals = again.Refusals };

    public static SendAgain? FromWire(Proto.SendAgain? again) =>
        again is null ? null : new SendAgain(again.Attempt, WireTime.FromWire(again.NotBeforeMs), again.Refusals);
}
