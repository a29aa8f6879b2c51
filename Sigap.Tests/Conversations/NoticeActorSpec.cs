using Akka.Actor;
using Sigap.Applications;
using Sigap.Conversations;
using Sigap.Kernel;
using Sigap.Pickup;
using Sigap.Tests.Support;
using Sigap.Transport;

namespace Sigap.Tests.Conversations;

/// <summary>Notices keep the order of the conversation, and never leave twice, too late, or outside what WhatsApp allows.</summary>
public class NoticeActorSpec : ConversationTestKit
{
    private const string Number = "1106000000000007";
    private static readonly PickupDayId Day = PickupDayId.Parse("jakarta-pusat.2026-11-25")!.Value;
    private readonly HeldApplications _applications;

    public NoticeActorSpec()
        : this(new HeldApplications())
    {
    }

    private NoticeActorSpec(HeldApplications applications)
        : base(RealConfig.Content, applications) => _applications = applications;

    [Fact]
    public void A_notice_is_acknowledged_and_sent()
    {
        var conversation = StartKnown();

        conversation.Tell(Tells(1), TestActor);

        ExpectMsg<Notified>().Again.ShouldBeFalse();
        var deliver = Delivered();
        deliver.Lane.ShouldBe(Lane.Notice);
        deliver.Message.Body.Text.ShouldContain("Daftar tunggu");
    }

    [Fact]
    public void A_notice_that_comes_twice_is_acknowledged_twice_and_sent_once()
    {
        var conversation = StartKnown();

        conversation.Tell(Tells(1), TestActor);
        conversation.Tell(Tells(1), TestActor);

        ExpectMsg<Notified>().Again.ShouldBeFalse();
        ExpectMsg<Notified>().Again.ShouldBeTrue();
        Accept(conversation);
        NothingMoreIsDelivered();
    }

    [Fact]
    public void A_notice_to_somebody_who_never_wrote_is_acknowledged_and_not_sent()
    {
        Start().Tell(Tells(1), TestActor);

        ExpectMsg<Notified>();
        NothingMoreIsDelivered();
    }

    [Fact]
    public void A_notice_leaves_after_the_replies_owed_before_it()
    {
        var conversation = StartKnown();
        conversation.Tell(Hears("bayar"), TestActor);
        conversation.Tell(Tells(1), TestActor);
        ExpectMsg<Heard>();
        ExpectMsg<Notified>();

        Accept(conversation).Number.ShouldBe(2);
        Delivered().Number.ShouldBe(3);
    }

    [Fact]
    public void A_conversation_killed_after_its_notice_was_taken_sends_it_after_its_return_and_knows_it()
    {
        var conversation = StartKnown();
        conversation.Tell(Tells(1), TestActor);
        ExpectMsg<Notified>();
        Delivered();

        KillAndForget(conversation);
        var returned = Start();
        AdvanceSinceReturn(returned);

        Delivered().Number.ShouldBe(2);
        returned.Tell(Tells(1), TestActor);
        ExpectMsg<Notified>().Again.ShouldBeTrue();
    }

    [Fact]
    public void A_notice_whose_turn_comes_too_late_is_settled_and_not_sent()
    {
        var conversation = StartKnown();
        conversation.Tell(Hears("bayar"), TestActor);
        conversation.Tell(Tells(1, validFor: TimeSpan.FromMinutes(10)), TestActor);
        conversation.Tell(Hears("status"), TestActor);
        ReceiveN(3);
        Delivered();

        conversation.Tell(new ReplyOutcome(Id, 2, new SendVerdict.Later(TimeSpan.FromMinutes(15))));
        Sync(conversation);
        Time.Advance(TimeSpan.FromMinutes(15));
        Accept(conversation).Number.ShouldBe(2);

        Delivered().Number.ShouldBe(4);
    }

    [Fact]
    public void Outside_the_window_a_notice_leaves_as_its_template()
    {
        var conversation = StartKnown();
        Time.Advance(TimeSpan.FromHours(25));

        conversation.Tell(Tells(1), TestActor);

        ExpectMsg<Notified>();
        var template = Delivered().Message.Body.ShouldBeOfType<OutboundBody.Template>();
        template.Name.ShouldBe("sigap_waitlist_closed");
        template.Parameters.ShouldBe(["Rabu, 25 November 2026"]);
        template.Options.ShouldHaveSingleItem().Id.ShouldEndWith("|notice.waitlist-closed|other");
    }

    [Fact]
    public void Refused_twice_as_too_late_within_the_window_a_notice_leaves_as_its_template()
    {
        var refused = new SendVerdict.GivenUp(131047, NeedsTemplate: true);
        var conversation = StartKnown();
        conversation.Tell(Tells(1), TestActor);
        ExpectMsg<Notified>();
        Delivered().Message.Body.ShouldNotBeOfType<OutboundBody.Template>();

        conversation.Tell(new ReplyOutcome(Id, 2, refused, Attempt: 0));
        Sync(conversation);
        Time.Advance(TimeSpan.FromMinutes(1));
        Delivered().Message.Body.ShouldNotBeOfType<OutboundBody.Template>();
        conversation.Tell(new ReplyOutcome(Id, 2, refused, Attempt: 1));
        Sync(conversation);
        Time.Advance(TimeSpan.FromSeconds(1));

        Delivered().Message.Body.ShouldBeOfType<OutboundBody.Template>();
    }

    [Fact]
    public void Outside_the_window_a_notice_without_template_is_settled_and_not_sent()
    {
        var conversation = StartKnown();
        Time.Advance(TimeSpan.FromHours(25));

        conversation.Tell(Tells(1) with { Notice = new Notice.HoldLapsed(new BookingAt(Day, new BookingCode("K7M4QX"))) }, TestActor);
        ExpectMsg<Notified>();
        conversation.Tell(Tells(2), TestActor);
        ExpectMsg<Notified>();

        Delivered().Number.ShouldBe(3);
    }

    [Fact]
    public void A_notice_waits_while_a_turn_is_being_decided()
    {
        var conversation = StartKnown();
        conversation.Tell(Hears(Number), TestActor);
        ExpectMsg<Heard>();
        Accept(conversation);
        conversation.Tell(Hears("17-08-1990"), TestActor);
        AwaitCondition(() => _applications.Asked > 0);

        conversation.Tell(Tells(1), TestActor);
        ExpectNoMsg(TimeSpan.FromMilliseconds(100));
        _applications.Answer.SetResult(new ProofOutcome.NoMatch());

        ExpectMsg<Heard>();
        ExpectMsg<Notified>();
        Accept(conversation).Number.ShouldBe(3);
        Delivered().Number.ShouldBe(4);
    }

    [Fact]
    public void A_reminder_that_somebody_waits_behind_hurries()
    {
        var conversation = StartKnown();
        var reminder = new Notice.CollectionDue(ApplicationNumber.Parse(Number)!.Value, 7, new DateOnly(2026, 11, 18));
        conversation.Tell(Tells(1) with { Notice = reminder }, TestActor);
        ExpectMsg<Notified>();
        Delivered().Lane.ShouldBe(Lane.Bulk);

        conversation.Tell(Hears("bayar"), TestActor);

        ExpectMsg<Heard>();
        Transport.FishForMessage(message => message is Hurry).ShouldBe(new Hurry(Id, 2, Lane.Reply));
    }

    [Fact]
    public void A_failed_write_is_told_and_the_notice_is_taken_when_it_comes_again()
    {
        var conversation = Watch(StartKnown());
        FailingJournal.Broken = FailingJournal.Broken.Add($"conversation|{Id}");

        conversation.Tell(Tells(1), TestActor);

        ExpectMsg<CommandFailed>();
        ExpectTerminated(conversation);
        FailingJournal.Broken = FailingJournal.Broken.Remove($"conversation|{Id}");
        Start().Tell(Tells(1), TestActor);
        ExpectMsg<Notified>().Again.ShouldBeFalse();
        Delivered().Number.ShouldBe(2);
    }

    private IActorRef Start() => Start(ToldStatuses.None);

    /// <summary>Somebody wrote once and was answered.</summary>
    private IActorRef StartKnown()
    {
        var conversation = Start();
        conversation.Tell(Hears("halo"), TestActor);
        ExpectMsg<Heard>();
        Accept(conversation);
        return conversation;
    }

    private Notify Tells(ulong id, TimeSpan? validFor = null) =>
        new(Id, id, new Notice.WaitlistClosed(Day), Moment + (validFor ?? TimeSpan.FromDays(3)));

    private Deliver Accept(IActorRef conversation)
    {
        var deliver = Delivered();
        conversation.Tell(new ReplyOutcome(Id, deliver.Number, new SendVerdict.Accepted(1)));
        Sync(conversation);
        return deliver;
    }
}
