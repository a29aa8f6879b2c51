using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Persistence;
using Akka.TestKit;
using Sigap.Conversations;
using Sigap.Host.Identity;
using Sigap.Host.Projections;
using Sigap.Kernel;
using Sigap.Pickup;
using Sigap.Projections;
using Sigap.Tests.Inbox;
using Sigap.Tests.Pickup;
using Sigap.Tests.Storage;
using Sigap.Tests.Support;
using Sigap.Transport;

namespace Sigap.Tests.Conversations.Identity;

/// <summary>Many conversations, the tables of who is who, and a pickup office: all real but the transport, which takes everything.</summary>
public abstract class IdentityTestKit : ConversationTestKit
{
    protected static readonly Applicant Old = Applicant.From("6281200000001", "ID.1")!;
    protected static readonly Applicant New = Applicant.From("6281200000099", "ID.99")!;
    protected static readonly Applicant Stranger = Applicant.From("6281200000001", "ID.555")!;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly TempDatabase _temp = new();
    private readonly ReadTables _tables;
    private readonly IdentityTable _identities;
    private readonly ConversationFinder _finder;
    private readonly Dictionary<string, long> _projected = [];
    private readonly ConcurrentQueue<Deliver> _sent = [];
    private readonly DateTimeOffset _start;
    private long _offset;
    private int _number;

    protected IdentityTestKit()
        : base(RealConfig.Content, new HeldApplications())
    {
        _start = Moment.AsOnWire();
        _tables = new ReadTables(_temp.Database, RealConfig.Content, Messages.Names);
        _identities = new IdentityTable(_temp.Database);
        _finder = new ConversationFinder(Messages.Names, _identities);
        Func<string, IActorRef, Props> conversation = (id, region) =>
        {
            Func<IActorRef> conversations = () => region;
            return Props.Create(() => new ConversationActor(id, Parts, ToldStatuses.None, Transport.Ref, conversations));
        };
        Region = Sys.ActorOf(Props.Create(() => new RegionStandIn(conversation)));
        Transport.SetAutoPilot(new DelegateAutoPilot((_, message) =>
        {
            if (message is Deliver deliver)
            {
                _sent.Enqueue(deliver);
                Region.Tell(new ReplyOutcome(deliver.Conversation, deliver.Number, new SendVerdict.Accepted(1)));
            }

            return AutoPilot.KeepRunning;
        }));
    }

    private protected OfficeUnderTest Office { get; } = new();

    protected IActorRef Region { get; }

    protected IReadOnlyList<Deliver> Sent => [.. _sent];

    /// <summary>Everybody who was ever spoken to.</summary>
    protected IReadOnlyList<ConversationId> Known =>
        [.. Region.Ask<IReadOnlyList<string>>(RegionStandIn.Everybody.Ever, Patience).GetAwaiter().GetResult().Select(id => new ConversationId(id))];

    protected override void AfterAll()
    {
        base.AfterAll();
        _temp.Dispose();
    }

    protected static ConversationId NameOf(Applicant who) => Messages.Names.For(Business, who);

    protected DateTimeOffset AtSecond(int second) => _start.AddSeconds(second);

    protected InboundMessage Text(Applicant from, int second, string text = "halo") => Message(from, second, new InboundContent.Text(text));

    protected InboundMessage Changes(Applicant from, int second, string? phone, string? scopedId = null) =>
        Message(from, second, new InboundContent.IdentityChange(phone, scopedId));

    /// <returns>The conversation that took it and answers; null when it was known, or nobody answers.</returns>
    protected ConversationId? Says(InboundMessage message)
    {
        var first = _finder.Of(message, default).AsTask().GetAwaiter().GetResult();
        return Heard.Before.Equals(Ask(new Hear(first, message))) ? null : Known
            .Where(id => JournalOf(id).Any(written =>
                written.Event is TurnTaken { Replies.Length: > 0 } turn && turn.Message == message.Id.Fingerprint))
            .Select(id => (ConversationId?)id)
            .SingleOrDefault();
    }

    protected object Ask(IConversationCommand command) => Region.Ask<object>(command, Patience).GetAwaiter().GetResult();

    /// <summary>The place a conversation would get, had its applicant tapped through to it.</summary>
    private protected BookingView Books(ConversationId conversation, int application)
    {
        var booking = Office.Books(new HoldPlaces(
            OfficeUnderTest.Tomorrow, OfficeUnderTest.NewRequest(), conversation, OfficeUnderTest.Numbers(application), null, Priority: false));
        Tells(conversation, new Notice.BookingMoved(booking));
        return booking;
    }

    protected void Tells(ConversationId conversation, Notice notice) =>
        Ask(new Notify(conversation, (ulong)++_number, notice, DateTimeOffset.MaxValue)).ShouldBeOfType<Notified>();

    /// <summary>Reads the journals and joins what is to be joined, until nothing is.</summary>
    protected void Joins()
    {
        for (var round = 0; round < 20; round++)
        {
            Project();
            var due = _identities.Due(DateTimeOffset.MaxValue, 50, default).GetAwaiter().GetResult();
            if (due.Count == 0)
            {
                return;
            }

            foreach (var join in due.Where(join => Carry(join)))
            {
                _identities.Remove(join, default).GetAwaiter().GetResult();
            }
        }

        Assert.Fail("What is to be joined never ends");
    }

    /// <summary>Asks as often as told, then everybody it asked is killed and it gives up.</summary>
    private protected bool Carry(IdentityJoin join, int asks = int.MaxValue)
    {
        var left = asks;
        var joining = new Joining(
            (command, _) => left-- > 0 ? Task.FromResult(Ask(command)) : throw new OperationCanceledException(), new Desk(Office));
        try
        {
            return joining.Carry(join.One, join.Other, join.ChangedAt, default).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private protected IReadOnlyList<IdentityJoin> Due()
    {
        Project();
        return _identities.Due(DateTimeOffset.MaxValue, 50, default).GetAwaiter().GetResult();
    }

    protected void KillsAll()
    {
        foreach (var id in Known)
        {
            Kills(id);
        }
    }

    protected void Kills(ConversationId id)
    {
        Kill(Region.Ask<IActorRef>(new RegionStandIn.Find(id.Value), Patience).GetAwaiter().GetResult());
        Forget(id);
    }

    protected void Forget(ConversationId id) => Region.Tell(new RegionStandIn.Forget(id.Value));

    protected ConversationId WhereIs(Applicant who) => WhereIs(NameOf(who));

    protected ConversationId WhereIs(ConversationId id) => Ask(new GetWhereabouts(id)) switch
    {
        MoveAnswer.Elsewhere elsewhere => WhereIs(elsewhere.To),
        var found => found.ShouldBeOfType<Whereabouts>().Conversation,
    };

    protected Conversation StateOf(ConversationId id) =>
        JournalOf(id).Aggregate(Conversation.Origin, (state, happened) => ConversationEvolution.Evolve(state, happened.Event));

    private protected Booking? AtOffice(BookingView booking) => Office.Booking(booking);

    private void Project()
    {
        foreach (var id in Known)
        {
            var from = _projected.GetValueOrDefault(id.Value);
            foreach (var (sequence, happened) in JournalOf(id).Where(written => written.Sequence > from))
            {
                // As it travels: written and read.
                var manifest = new ConversationSerializer(null!).Manifest(happened);
                var read = (IConversationEvent)ConversationSerializer.Read(ConversationSerializer.Write(happened), manifest);
                _tables.Apply([.. ConversationProjection.Of(id, read)], _offset, ++_offset, default).GetAwaiter().GetResult();
                _projected[id.Value] = sequence;
            }
        }
    }

    private List<(long Sequence, IConversationEvent Event)> JournalOf(ConversationId id)
    {
        var probe = CreateTestProbe();
        Persistence.Instance.Apply(Sys).JournalFor(null)
            .Tell(new ReplayMessages(1, long.MaxValue, long.MaxValue, $"conversation|{id}", probe.Ref));
        var events = new List<(long, IConversationEvent)>();
        while (probe.ReceiveOne(Patience) is ReplayedMessage replayed)
        {
            events.Add((replayed.Persistent.SequenceNr, (IConversationEvent)replayed.Persistent.Payload));
        }

        return events;
    }

    private InboundMessage Message(Applicant from, int second, InboundContent content) => new(
        new MessageId($"wamid.{++_number}"), Business, from, AtSecond(second), AtSecond(second), content);

    private sealed class Desk(OfficeUnderTest office) : IPickupDesk
    {
        public Task<PickupAnswer> Ask(IWithPickupDay message, CancellationToken cancel) => Task.FromResult(office.Ask(message));
    }
}
