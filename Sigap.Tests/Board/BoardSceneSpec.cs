using System.Globalization;
using Sigap.Content;
using Sigap.Host.Board;
using Sigap.Kernel;
using Sigap.Pickup;
using Sigap.Tests.Support;

namespace Sigap.Tests.Board;

/// <summary>What a board shows when. Jakarta hands out from 10.00 to 12.00 and from 13.00 to 15.00.</summary>
public class BoardSceneSpec
{
    private static readonly ContentSet Content = RealConfig.Content.Current;
    private static readonly Office Jakarta = Content.Offices[new OfficeId("jakarta-pusat")];

    [Theory]
    [InlineData("2026-11-24 10:00")]
    [InlineData("2026-11-24 12:30")]
    [InlineData("2026-11-24 14:59")]
    public void Within_the_hours_the_hall_is_shown_breaks_included(string now) => Closed(now).ShouldBeNull();

    [Theory]
    [InlineData("2026-11-24 07:15", "2026-11-24 10:00")]
    [InlineData("2026-11-24 15:00", "2026-11-25 10:00")]
    [InlineData("2026-11-27 18:00", "2026-11-30 10:00")]
    [InlineData("2026-11-28 11:00", "2026-11-30 10:00")]
    public void Outside_of_them_the_next_opening_is_shown(string now, string opens)
    {
        var closed = Closed(now).ShouldNotBeNull();

        closed.Reason.ShouldBeNull();
        closed.Next.ShouldBe(Opening(opens));
    }

    [Fact]
    public void A_holiday_is_named_and_the_next_opening_lies_after_the_bridge()
    {
        var closed = Closed("2026-12-24 11:00").ShouldNotBeNull();

        closed.Reason!.Indonesian.ShouldContain("Natal");
        closed.Next.ShouldBe(Opening("2026-12-28 10:00"));
    }

    [Fact]
    public void Who_still_waits_after_the_last_slot_finds_his_number()
    {
        Closed("2026-11-24 15:20", ScriptedHall.Busy("A-041")).ShouldBeNull();
        Closed("2026-11-24 15:20", ScriptedHall.Quiet()).ShouldNotBeNull();
    }

    [Fact]
    public void A_counter_that_opens_early_opens_the_board() =>
        Closed("2026-11-24 09:50", ScriptedHall.Quiet() with { Counters = [new CounterView(1, true, null, 0, null)] }).ShouldBeNull();

    [Fact]
    public void Only_open_counters_and_those_with_a_ticket_are_on_the_wall()
    {
        var html = Html(ScriptedHall.Busy("A-041", "") with
        {
            Counters =
            [
                new CounterView(1, IsOpen: true, TicketNumber.Parse("A-041"), 2, null),
                new CounterView(2, IsOpen: true, null, 0, null),
                new CounterView(3, IsOpen: false, TicketNumber.Parse("P-003"), 1, null),
                new CounterView(4, IsOpen: false, null, 0, null),
            ],
        });

        html.ShouldContain("data-count=\"3\"");
        html.ShouldContain("data-counter=\"1\" data-call=\"A-041.2\"");
        html.ShouldContain("data-counter=\"2\" data-call=\"\"");
        html.ShouldContain("data-counter=\"3\" data-call=\"P-003.1\"");
        html.ShouldNotContain("data-counter=\"4\"");
    }

    [Fact]
    public void Every_label_is_there_in_Indonesian_and_English()
    {
        string[] scenes = [Html(ScriptedHall.Busy("A-041")), Html(ScriptedHall.Quiet()), Html(ScriptedHall.Quiet(), "2026-12-25 11:00")];
        foreach (var html in scenes)
        {
            html.Split("lang=\"id\"").Length.ShouldBe(html.Split("lang=\"en\"").Length);
            html.ShouldNotContain("\"></span>");
        }
    }

    [Fact]
    public void Equal_scenes_have_equal_ids_and_others_others()
    {
        var first = BoardShot.Of(Scene("2026-11-24 10:42", ScriptedHall.Busy("A-041")), isLive: true);
        var same = BoardShot.Of(Scene("2026-11-24 10:43", ScriptedHall.Busy("A-041")), isLive: true);
        var other = BoardShot.Of(Scene("2026-11-24 10:43", ScriptedHall.Busy("A-042")), isLive: true);

        same.ShouldBe(first);
        other.Id.ShouldNotBe(first.Id);
    }

    [Fact]
    public void An_offices_words_cannot_break_out_of_the_page()
    {
        var hostile = new LocalizedText("<script>", "\"&");
        var scene = new BoardScene(Jakarta, new DateOnly(2026, 11, 24), Hall: null, new BoardClosed(hostile, Next: null));

        BoardMarkup.Of(scene).ShouldContain("&lt;script&gt;");
    }

    private static string Html(HallView hall, string now = "2026-11-24 10:42") => BoardMarkup.Of(Scene(now, hall));

    private static BoardClosed? Closed(string now, HallView? hall = null) => Scene(now, hall).Closed;

    private static BoardScene Scene(string now, HallView? hall) => BoardScene.Of(Content, Jakarta, At(now), hall);

    private static DateTimeOffset At(string local) => new(DateTime.Parse(local, CultureInfo.InvariantCulture), TimeSpan.FromHours(7));

    private static Opening Opening(string local) =>
        new(DateOnly.FromDateTime(At(local).DateTime), TimeOnly.FromDateTime(At(local).DateTime));
}
