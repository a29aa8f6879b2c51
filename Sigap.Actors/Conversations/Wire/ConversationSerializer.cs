using Akka.Actor;
using Akka.Serialization;
using Google.Protobuf;

namespace Sigap.Conversations;

/// <summary>Protobuf for everything a conversation persists or is sent. The manifests are in the journal: they never change.</summary>
public sealed class ConversationSerializer(ExtendedActorSystem system) : SerializerWithStringManifest(system)
{
    public const string TurnTakenManifest = "conv.turn.1";
    public const string NoticeTakenManifest = "conv.noticed.1";
    public const string ReplySettledManifest = "conv.settled.1";
    public const string StateManifest = "conv.state.1";
    public const string HearManifest = "conv.hear.1";
    public const string HeardManifest = "conv.heard.1";
    public const string WakeManifest = "conv.wake.1";
    public const string OutcomeManifest = "conv.outcome.1";
    public const string NotifyManifest = "conv.notify.1";
    public const string NotifiedManifest = "conv.notified.1";
    public const string FailedManifest = "conv.failed.1";
    public const string BouncedManifest = "conv.bounced.1";
    public const string RestedManifest = "conv.rested.1";
    public const string TellFailedManifest = "conv.tell-failed.1";
    public const string FailureNotedManifest = "conv.failure-noted.1";
    public const string MovedManifest = "conv.moved.1";
    public const string InheritedManifest = "conv.inherited.1";
    public const string NumberLostManifest = "conv.number-lost.1";
    public const string WhereManifest = "conv.where.1";
    public const string WhereaboutsManifest = "conv.whereabouts.1";
    public const string MoveManifest = "conv.move.1";
    public const string InheritManifest = "conv.inherit.1";
    public const string MoveAnswerManifest = "conv.move-answer.1";

    public override int Identifier => 1701;

    public override string Manifest(object o) => o switch
    {
        TurnTaken => TurnTakenManifest,
        NoticeTaken => NoticeTakenManifest,
        ReplySettled => ReplySettledManifest,
        Conversation => StateManifest,
        Hear => HearManifest,
        Heard => HeardManifest,
        Wake => WakeManifest,
        ReplyOutcome => OutcomeManifest,
        Notify => NotifyManifest,
        Notified => NotifiedManifest,
        CommandFailed => FailedManifest,
        ReplyBounced => BouncedManifest,
        SendingRested => RestedManifest,
        TellFailed => TellFailedManifest,
        FailureNoted => FailureNotedManifest,
        Moved => MovedManifest,
        Inherited => InheritedManifest,
        NumberLost => NumberLostManifest,
        GetWhereabouts => WhereManifest,
        Whereabouts => WhereaboutsManifest,
        MoveTo => MoveManifest,
        Inherit => InheritManifest,
        MoveAnswer => MoveAnswerManifest,
        _ => throw new ArgumentException($"{o.GetType().Name} has no manifest in {nameof(ConversationSerializer)}", nameof(o)),
    };

    public override byte[] ToBinary(object obj) => Write(obj);

    public override object FromBinary(byte[] bytes, string manifest) => Read(bytes, manifest);

    /// <summary>Needs no actor system: the inbox keeps messages with it.</summary>
    public static byte[] Write(object obj) => obj switch
    {
        TurnTaken turn => EventWire.ToWire(turn).ToByteArray(),
        NoticeTaken notice => EventWire.ToWire(notice).ToByteArray(),
        ReplySettled settled => SendingWire.ToWire(settled).ToByteArray(),
        Conversation conversation => StateWire.ToWire(conversation).ToByteArray(),
        Hear hear => CommandWire.ToWire(hear).ToByteArray(),
        Heard heard => CommandWire.ToWire(heard).ToByteArray(),
        Wake wake => CommandWire.ToWire(wake).ToByteArray(),
        ReplyOutcome outcome => OutcomeWire.ToWire(outcome).ToByteArray(),
        Notify notify => CommandWire.ToWire(notify).ToByteArray(),
        Notified notified => CommandWire.ToWire(notified).ToByteArray(),
        CommandFailed => new Wire.CommandFailed().ToByteArray(),
        ReplyBounced bounced => SendingWire.ToWire(bounced).ToByteArray(),
        SendingRested rested => SendingWire.ToWire(rested).ToByteArray(),
        TellFailed failed => SendingWire.ToWire(failed).ToByteArray(),
        FailureNoted => new Wire.FailureNoted().ToByteArray(),
        Moved moved => IdentityWire.ToWire(moved).ToByteArray(),
        Inherited inherited => IdentityWire.ToWire(inherited).ToByteArray(),
        NumberLost lost => IdentityWire.ToWire(lost).ToByteArray(),
        GetWhereabouts query => IdentityWire.ToWire(query).ToByteArray(),
        Whereabouts whereabouts => IdentityWire.ToWire(whereabouts).ToByteArray(),
        MoveTo move => IdentityWire.ToWire(move).ToByteArray(),
        Inherit inherit => IdentityWire.ToWire(inherit).ToByteArray(),
        MoveAnswer answer => IdentityWire.ToWire(answer).ToByteArray(),
        _ => throw new ArgumentException($"{obj.GetType().Name} has no wire form in {nameof(ConversationSerializer)}", nameof(obj)),
    };

    /// <summary>Needs no actor system: the projector and the tools read the journal with it.</summary>
    public static object Read(byte[] bytes, string manifest) => manifest switch
    {
        TurnTakenManifest => EventWire.TurnFromWire(bytes),
        NoticeTakenManifest => EventWire.NoticeFromWire(bytes),
        ReplySettledManifest => SendingWire.SettledFromWire(bytes),
        StateManifest => StateWire.FromWire(bytes),
        MovedManifest => IdentityWire.MovedFromWire(bytes),
        InheritedManifest => IdentityWire.InheritedFromWire(bytes),
        NumberLostManifest => IdentityWire.LostFromWire(bytes),
        WhereManifest => IdentityWire.WhereFromWire(bytes),
        WhereaboutsManifest => IdentityWire.WhereaboutsFromWire(bytes),
        MoveManifest => IdentityWire.MoveFromWire(bytes),
        InheritManifest => IdentityWire.InheritFromWire(bytes),
        MoveAnswerManifest => IdentityWire.AnswerFromWire(bytes),
        HearManifest => CommandWire.HearFromWire(bytes),
        HeardManifest => CommandWire.HeardFromWire(bytes),
        WakeManifest => CommandWire.WakeFromWire(bytes),
        OutcomeManifest => OutcomeWire.OutcomeFromWire(bytes),
        NotifyManifest => CommandWire.NotifyFromWire(bytes),
        NotifiedManifest => CommandWire.NotifiedFromWire(bytes),
        FailedManifest => CommandFailed.Now,
        BouncedManifest => SendingWire.BouncedFromWire(bytes),
        RestedManifest => SendingWire.RestedFromWire(bytes),
        TellFailedManifest => SendingWire.TellFailedFromWire(bytes),
        FailureNotedManifest => FailureNoted.Now,
        _ => throw new InvalidDataException($"Manifest '{manifest}' is not known here; it was written by a newer version of Sigap"),
    };
}
