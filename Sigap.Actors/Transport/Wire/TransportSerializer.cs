using Akka.Actor;
using Akka.Serialization;
using Google.Protobuf;
using Sigap.Kernel;
using Proto = Sigap.Transport.Wire;

namespace Sigap.Transport;

/// <summary>Protobuf for what the transport is sent.</summary>
public sealed class TransportSerializer(ExtendedActorSystem system) : SerializerWithStringManifest(system)
{
    public const string DeliverManifest = "transport.deliver.1";
    public const string ShowReadManifest = "transport.read.1";
    public const string HurryManifest = "transport.hurry.1";
    public const string AskAfterManifest = "transport.ask-after.1";
    public const string InboundManifest = "transport.inbound.1";
    public const string FailedManifest = "transport.failed.1";
    public const string CredentialsManifest = "transport.credentials.1";

    public override int Identifier => 1702;

    public override string Manifest(object o) => o switch
    {
        Deliver => DeliverManifest,
        ShowRead => ShowReadManifest,
        Hurry => HurryManifest,
        AskAfter => AskAfterManifest,
        Inbound => InboundManifest,
        SendFailed => FailedManifest,
        CredentialsChanged => CredentialsManifest,
        _ => throw new ArgumentException($"{o.GetType().Name} has no manifest in {nameof(TransportSerializer)}", nameof(o)),
    };

    public override byte[] ToBinary(object obj) => obj switch
    {
        Deliver deliver => ToWire(deliver).ToByteArray(),
        ShowRead read => new Proto.ShowRead { Business = read.Business.Value, Message = read.Message.Value, Typing = read.Typing }.ToByteArray(),
        Hurry hurry => new Proto.Hurry
        {
            Conversation = hurry.Conversation.Value,
            Number = hurry.Number,
            Lane = (Proto.Lane)hurry.Lane,
        }.ToByteArray(),
        AskAfter ask => new Proto.AskAfter { Conversation = ask.Conversation.Value, Number = ask.Number, Attempt = ask.Attempt }.ToByteArray(),
        Inbound inbound => new Proto.Inbound { Business = inbound.Business.Value, Count = inbound.Count }.ToByteArray(),
        SendFailed failed => new Proto.SendFailed
        {
            Business = failed.Business.Value,
            Code = failed.Code,
            AtMs = failed.At.ToWire(),
        }.ToByteArray(),
        CredentialsChanged changed => new Proto.CredentialsChanged { Business = changed.Business.Value }.ToByteArray(),
        _ => throw new ArgumentException($"{obj.GetType().Name} has no wire form in {nameof(TransportSerializer)}", nameof(obj)),
    };

    public override object FromBinary(byte[] bytes, string manifest) => Read(bytes, manifest);

    public static object Read(byte[] bytes, string manifest) => manifest switch
    {
        DeliverManifest => DeliverFromWire(bytes),
        ShowReadManifest => ShowReadFromWire(bytes),
        HurryManifest => HurryFromWire(bytes),
        AskAfterManifest => AskAfterFromWire(bytes),
        InboundManifest => InboundFromWire(bytes),
        FailedManifest => FailedFromWire(bytes),
        CredentialsManifest => new CredentialsChanged(new BusinessNumberId(Proto.CredentialsChanged.Parser.ParseFrom(bytes).Business)),
        _ => throw new InvalidDataException($"Manifest '{manifest}' is not known here; it was sent by a newer version of Sigap"),
    };

    private static Proto.Deliver ToWire(Deliver deliver)
    {
        var wire = new Proto.Deliver
        {
            Conversation = deliver.Conversation.Value,
            Number = deliver.Number,
            Attempt = deliver.Attempt,
            Business = deliver.Business.Value,
            CallbackData = deliver.Message.CallbackData,
            Body = BodyWire.ToWire(deliver.Message.Body),
            Lane = (Proto.Lane)deliver.Lane,
        };
        if (deliver.Unanswered is { } unanswered)
        {
            wire.Unanswered = unanswered;
        }

        if (deliver.Message.To.Phone is { } phone)
        {
            wire.Phone = phone;
        }

        if (deliver.Message.To.ScopedId is { } scopedId)
        {
            wire.ScopedId = scopedId;
        }

        if (deliver.Until is { } until)
        {
            wire.UntilMs = until.ToWire();
        }

        return wire;
    }

    private static Deliver DeliverFromWire(byte[] bytes)
    {
        var wire = Proto.Deliver.Parser.ParseFrom(bytes);
        var to = Applicant.From(wire.HasPhone ? wire.Phone : null, wire.HasScopedId ? wire.ScopedId : null)
            ?? throw new InvalidDataException("A delivery without phone and scoped id");
        return new Deliver(
            new ConversationId(wire.Conversation),
            wire.Number,
            wire.Attempt,
            new OutboundMessage(new BusinessNumberId(wire.Business), to, BodyWire.FromWire(wire.Body), wire.CallbackData),
            (Lane)wire.Lane,
            wire.HasUnanswered ? wire.Unanswered : null)
        {
            Until = wire.HasUntilMs ? WireTime.FromWire(wire.UntilMs) : null,
        };
    }

    private static Hurry HurryFromWire(byte[] bytes)
    {
        var wire = Proto.Hurry.Parser.ParseFrom(bytes);
        return new Hurry(new ConversationId(wire.Conversation), wire.Number, (Lane)wire.Lane);
    }

    private static AskAfter AskAfterFromWire(byte[] bytes)
    {
        var wire = Proto.AskAfter.Parser.ParseFrom(bytes);
        return new AskAfter(new ConversationId(wire.Conversation), wire.Number, wire.Attempt);
    }

    private static Inbound InboundFromWire(byte[] bytes)
    {
        var wire = Proto.Inbound.Parser.ParseFrom(bytes);
        return new Inbound(new BusinessNumberId(wire.Business), wire.Count);
    }

    private static SendFailed FailedFromWire(byte[] bytes)
    {
        var wire = Proto.SendFailed.Parser.ParseFrom(bytes);
        return new SendFailed(new BusinessNumberId(wire.Business), wire.Code, WireTime.FromWire(wire.AtMs));
    }

    private static ShowRead ShowReadFromWire(byte[] bytes)
    {
        var wire = Proto.ShowRead.Parser.ParseFrom(bytes);
        return new ShowRead(new BusinessNumberId(wire.Business), new MessageId(wire.Message), wire.Typing);
    }
}
