using Google.Protobuf;
using Sigap.Content;
using Sigap.Conversations;
using Sigap.Kernel;
using Sigap.Pickup;
using Sigap.Tests.Support;
using Sigap.Tests.Wire;
using Sigap.Transport;

namespace Sigap.Tests.Conversations;

public class NoticeDeciderSpec
{
    private static readonly DateTimeOffset Now = new(2026, 11, 25, 2, 0, 0, TimeSpan.Zero);
    private static readonly ConversationId Id = new("109000000000001.AAECAwQFBgcICQoLDA0O");
    private static readonly Conversation Known =
        Conversation.Origin with { Applicant = Applicant.From("6281200000001", null), WindowUntil = Now.AddHours(1) };
    private static readonly Notice SomeNotice = new Notice.WaitlistClosed(PickupDayId.Parse("jakarta-pusat.2026-11-25")!.Value);

    [Fact]
    public void A_notice_is_taken_once()
    {
        var taken = Taken(Known, SomeNotice);

        var after = ConversationEvolution.Evolve(Known, taken);

        after.Owed.ShouldHaveSingleItem().Number.ShouldBe(1);
        NoticeDecider.Decide(after, Notify(SomeNotice), Around()).ShouldBeOfType<NoticeDecision.Already>();
    }

    [Fact]
    public void A_notice_to_somebody_who_never_wrote_is_unwanted() =>
        NoticeDecider.Decide(Conversation.Origin, Notify(SomeNotice), Around()).ShouldBeOfType<NoticeDecision.Unwanted>();

    [Fact]
    public void A_notice_that_comes_too_late_is_unwanted() =>
        NoticeDecider.Decide(Known, Notify(SomeNotice) with { ValidUntil = Now }, Around()).ShouldBeOfType<NoticeDecision.Unwanted>();

    [Fact]
    public void Reminders_to_many_travel_in_bulk_and_what_concerns_now_does_not()
    {
        Taken(Known, new Notice.CollectionDue(ApplicationNumber.Parse("1106000000123456")!.Value, 7, new DateOnly(2026, 11, 18)))
            .Lane.ShouldBe(Lane.Bulk);
        Taken(Known, SomeNotice).Lane.ShouldBe(Lane.Notice);
    }

    [Theory]
    [InlineData(LanguageCode.Indonesian)]
    [InlineData(LanguageCode.English)]
    public void Every_notice_says_a_text_of_the_content_with_every_value_filled_and_survives_the_wire(LanguageCode language)
    {
        var content = RealConfig.Content.Current;
        foreach (var office in content.Offices.Values)
        {
            foreach (var notice in NoticeSamples.All)
            {
                var around = Around() with { Content = content, Office = office };
                var taken = ((NoticeDecision.Take)NoticeDecider.Decide(Known with { Language = language }, Notify(notice), around)).Taken;
                var owed = ConversationEvolution.Evolve(Known, taken).Owed.Single();

                content.Node(language, office.Id, taken.Reply.Parts.Single().Node).ShouldNotBeNull();
                Wording.Render(content, office, owed).Text.ShouldNotContain("…");
                if (Wording.Letter(content, office, owed, isWindowOpen: false) is { } template)
                {
                    template.Text.ShouldNotContain("{{");
                }

                EventWire.NoticeFromWire(EventWire.ToWire(taken).ToByteArray()).ShouldBe(taken);
            }
        }
    }

    [Fact]
    public void A_notice_with_choices_is_what_a_number_answers_and_one_without_leaves_them_alone()
    {
        var shown = Known with { Offered = [new Offer("menu", "status")] };

        var called = ConversationEvolution.Evolve(shown, Taken(shown, new Notice.Called(new(Line.Booked, 41), Day, 3, 1)));
        var moved = ConversationEvolution.Evolve(shown, Taken(shown, NoticeSamples.All.OfType<Notice.BookingMoved>().Single()));

        called.Offered.ShouldBe(shown.Offered);
        moved.Offered.Select(offer => offer.Option).ShouldBe(["show", "move", "cancel"]);
    }

    [Fact]
    public void Dates_and_times_are_said_in_the_zone_and_language_of_the_conversation()
    {
        var content = RealConfig.Content.Current;
        var jayapura = Around() with { Office = content.Offices[new OfficeId("jayapura")] };
        var near = new Notice.BookingNear(new BookingAt(Day, new BookingCode("K7M4QX")), new TimeOnly(9, 30), SameDay: false);

        var values = ((NoticeDecision.Take)NoticeDecider.Decide(Known with { Language = LanguageCode.English }, Notify(near), jayapura))
            .Taken.Reply.Parts.Single().Values;

        values["time"].ShouldBe("09:30 WIT");
        values["date"].ShouldBe("Wednesday, 25 November 2026");
    }

    [Fact]
    public void The_days_left_count_from_the_day_it_is_said()
    {
        var due = new Notice.CollectionDue(ApplicationNumber.Parse("1106000000123456")!.Value, 21, new DateOnly(2026, 11, 4));

        var part = Taken(Known, due).Reply.Parts.Single();

        part.Node.ShouldBe(NoticeNodes.Collection);
        part.Values["left"].ShouldBe("9");
        part.Values["number"].ShouldBe("1106 •••• •••• 3456");
        Taken(Known, due with { Day = 27 }).Reply.Parts.Single().Node.ShouldBe(NoticeNodes.CollectionLast);
    }

    private static PickupDayId Day => PickupDayId.Parse("jakarta-pusat.2026-11-25")!.Value;

    private static NoticeTaken Taken(Conversation c, Notice notice) =>
        NoticeDecider.Decide(c, Notify(notice), Around()).ShouldBeOfType<NoticeDecision.Take>().Taken;

    private static Notify Notify(Notice notice) => new(Id, 42, notice, Now.AddHours(2));

    private static Surroundings Around()
    {
        var content = RealConfig.Content.Current;
        return new Surroundings(content, content.OfficeOf(Id.Business)!, RealConfig.Understanding, new ConversationSettings(), Now, Id, new DoorCodes([1]));
    }
}
