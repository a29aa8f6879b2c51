using Sigap.Bench.Drill.Checks;
using Sigap.Bench.Drill.Crowd;
using Sigap.Bench.Drill.Graph;
using Sigap.Conversations;

namespace Sigap.Tests.Drill;

/// <summary>Each check of a drill sees the fault it is there for, and nothing where there is none.</summary>
public sealed class PlantedFaultsSpec
{
    private readonly PlantedDrill _drill = new();
    private readonly Citizen _ani = PlantedDrill.Person(1);
    private readonly Citizen _budi = PlantedDrill.Person(2);

    [Fact]
    public void Where_all_went_well_nothing_is_found()
    {
        for (var i = 0; i < 5; i++)
        {
            _drill.Answered(_ani, "*Menu*", "ini *Menu* kami");
            _drill.Answered(_budi);
        }

        _drill.Look().ShouldBeEmpty();
    }

    [Fact]
    public void A_message_acknowledged_and_never_handled_is_lost()
    {
        _drill.Answered(_ani);
        _drill.Accepted(_ani);

        Only("I1", Harm.Lost).ShouldContain("message 1 of applicant 1 was acknowledged by sigap-1");
    }

    [Fact]
    public void A_message_never_acknowledged_is_told_and_is_not_lost()
    {
        _drill.Posted(_drill.Written(_ani));

        Only("I9", Harm.Other);
    }

    [Fact]
    public void A_message_handled_twice_is_seen()
    {
        var message = _drill.Answered(_ani);
        _drill.Handled(message);

        _drill.Look().ShouldContain(finding => finding.Promise == "I2" && finding.Harm == Harm.Twice);
    }

    [Fact]
    public void A_reply_that_never_left_is_lost()
    {
        var message = _drill.Accepted(_ani);
        _drill.Handled(message);

        Only("I3", Harm.Lost).ShouldContain("still owed");
    }

    [Fact]
    public void A_turn_without_a_reply_leaves_its_applicant_without_one()
    {
        _drill.Handled(_drill.Accepted(_ani), replies: 0);

        Only("I3", Harm.Lost).ShouldContain("owes no reply");
    }

    [Fact]
    public void A_reply_that_was_given_up_is_lost()
    {
        var message = _drill.Accepted(_ani);
        _drill.Handled(message);
        _drill.Sent(message, GraphBehaviour.ServerError);
        _drill.Settled(message, Settlement.GivenUp);

        Only("I3", Harm.Lost).ShouldContain("GivenUp");
    }

    [Fact]
    public void A_reply_that_WhatsApp_refuses_for_ever_is_not_lost()
    {
        var message = _drill.Accepted(_ani);
        _drill.Handled(message);
        _drill.Sent(message, GraphBehaviour.BadRequest);
        _drill.Settled(message, Settlement.GivenUp);

        _drill.Look().ShouldBeEmpty();
    }

    [Fact]
    public void A_reply_refused_at_first_and_taken_later_is_taken_once()
    {
        var message = _drill.Accepted(_ani);
        _drill.Handled(message);
        _drill.Sent(message, GraphBehaviour.TooFast);
        _drill.Sent(message);
        _drill.Settled(message);

        _drill.Look().ShouldBeEmpty();
    }

    [Fact]
    public void A_reply_taken_twice_for_no_reason_is_seen()
    {
        var message = _drill.Answered(_ani);
        _drill.Sent(message);

        Only("I3", Harm.Twice).ShouldContain("nothing was broken");
    }

    [Fact]
    public void A_reply_taken_again_after_an_unknown_outcome_is_counted_as_possibly_twice_when_the_journal_says_so()
    {
        var message = _drill.Accepted(_ani);
        _drill.Handled(message);
        _drill.Sent(message, GraphBehaviour.AcceptsThenCuts);
        _drill.Sent(message);
        _drill.Settled(message, possiblyTwice: true);

        Only("I3", Harm.PossiblyTwice).ShouldContain("AcceptsThenCuts");
    }

    [Fact]
    public void A_reply_taken_again_after_an_unknown_outcome_is_twice_when_the_journal_does_not_say_so()
    {
        var message = _drill.Accepted(_ani);
        _drill.Handled(message);
        _drill.Sent(message, GraphBehaviour.TimesOut);
        _drill.Sent(message);
        _drill.Settled(message);

        Only("I3", Harm.Twice).ShouldContain("does not say possibly twice");
    }

    [Fact]
    public void A_reply_taken_on_both_sides_of_a_kill_is_possibly_twice()
    {
        var message = _drill.Accepted(_ani);
        _drill.Handled(message);
        _drill.Sent(message);
        _drill.Broken("kill a node", cutsSends: true);
        _drill.Sent(message);
        _drill.Settled(message);

        Only("I3", Harm.PossiblyTwice).ShouldContain("kill a node");
    }

    [Fact]
    public void A_node_that_leaves_in_order_is_no_reason_to_send_twice()
    {
        var message = _drill.Accepted(_ani);
        _drill.Handled(message);
        _drill.Sent(message);
        _drill.Broken("rolling restart", cutsSends: false);
        _drill.Sent(message);
        _drill.Settled(message);

        Only("I3", Harm.Twice);
    }

    [Fact]
    public void A_reply_that_nobody_decided_is_a_ghost()
    {
        _drill.Answered(_ani);
        _drill.Sent(_drill.Written(_ani));

        _drill.Look().ShouldContain(finding => finding.Promise == "I3" && finding.Evidence.Contains("stands in no event", StringComparison.Ordinal));
    }

    [Fact]
    public void Messages_handled_in_another_order_than_they_were_accepted_are_seen()
    {
        var first = _drill.Accepted(_ani);
        var second = _drill.Accepted(_ani);
        var third = _drill.Accepted(_ani);
        foreach (var message in new[] { first, third, second })
        {
            _drill.Handled(message);
            _drill.Sent(message);
            _drill.Settled(message);
        }

        Only("I4", Harm.OutOfOrder).ShouldContain("message 2 of applicant 1 was posted after message 1 of applicant 1");
    }

    [Fact]
    public void Messages_under_way_at_the_same_time_may_be_handled_in_any_order()
    {
        var first = _drill.Posted(_drill.Written(_ani));
        var second = _drill.Posted(_drill.Written(_ani));
        _drill.Acknowledged(first);
        _drill.Acknowledged(second);
        foreach (var message in new[] { second, first })
        {
            _drill.Handled(message);
            _drill.Sent(message);
            _drill.Settled(message);
        }

        _drill.Look().ShouldBeEmpty();
    }

    [Fact]
    public void A_reply_that_overtakes_another_is_seen()
    {
        var first = _drill.Accepted(_ani);
        var second = _drill.Accepted(_ani);
        _drill.Handled(first);
        _drill.Handled(second);
        _drill.Sent(second);
        _drill.Sent(first);
        _drill.Settled(first);
        _drill.Settled(second);

        Only("I4", Harm.OutOfOrder).ShouldContain("after reply 2");
    }

    [Fact]
    public void A_number_missing_in_a_stream_is_seen()
    {
        _drill.Answered(_ani);
        _drill.Skip(_ani);
        _drill.Answered(_ani);

        Only("I5", Harm.Other).ShouldContain("number 4 stands where 3 belongs");
    }

    [Fact]
    public void A_slot_with_more_bookings_than_places_is_oversold()
    {
        for (var i = 0; i <= PlantedDrill.PlacesOfTheSlot; i++)
        {
            _drill.Booked($"CODE{i}", PlantedDrill.Person(i).Application);
        }

        Only("I7", Harm.Oversold).ShouldContain("2 places and 3 live bookings");
    }

    [Fact]
    public void An_application_with_two_live_bookings_is_oversold()
    {
        _drill.Booked("CODE1", _ani.Application);
        _drill.Booked("CODE2", _ani.Application);

        Only("I7", Harm.Oversold).ShouldNotContain(_ani.Application);
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 1)]
    public void What_an_applicant_was_told_to_be_booked_is_booked(bool confirmed, int findings)
    {
        _drill.Booked("MP5978", _ani.Application, confirmed);
        _drill.Answered(_ani, text: "*Jadwal pengambilan sudah dipesan*\nKode: *MP5978*\n\nRabu");

        _drill.Look().Count(finding => finding.Promise == "I7").ShouldBe(findings);
    }

    [Fact]
    public void An_answer_to_another_question_is_seen()
    {
        _drill.Answered(_ani, "*Cara membayar paspor*", "*Biaya paspor*");

        Only("I8", Harm.Other);
    }

    [Fact]
    public void A_reply_to_the_phone_of_somebody_else_is_seen()
    {
        var message = _drill.Accepted(_ani);
        _drill.Handled(message);
        _drill.Sent(message, phone: _budi.Phone);
        _drill.Settled(message);

        Only("I8", Harm.Other).ShouldNotContain(_budi.Phone);
    }

    [Fact]
    public void What_is_left_after_the_drain_is_told()
    {
        _drill.Database = new DatabaseLook(Inbox: 3, Parked: 1, Owed: 2, Unread: 0, Connections: 61);

        _drill.Look().Select(finding => finding.Promise).ShouldBe(["I9", "I9", "I9", "I13"]);
    }

    [Fact]
    public void Sends_faster_than_WhatsApp_allows_are_told()
    {
        _drill.TooFastForPair = 4;

        Only("pace", Harm.Other).ShouldContain("4 sends");
    }

    [Theory]
    [InlineData("12:00 warn: 6281400000001 wrote")]
    [InlineData("12:00 warn: wamid.HBgN6281400000001FQIAEhgW000001 was strange")]
    [InlineData("12:00 warn: Wiratmi Suryaningsih 7 is waiting")]
    [InlineData("12:00 warn: application 1106700000000001 is missing")]
    [InlineData("12:00 warn: understood 'cara bayar paspor gimana ya kak' as payment")]
    [InlineData("12:00 warn: the signature with top-secret is wrong")]
    public void A_log_that_holds_anything_personal_or_secret_is_seen(string line)
    {
        using var log = new TempLog("12:00 warn: all is well", line);
        _drill.Log = log.File;

        Only("I11", Harm.Other).ShouldStartWith("line 2 of");
    }

    /// <returns>The evidence of the only finding.</returns>
    private string Only(string promise, Harm harm)
    {
        var finding = _drill.Look().ShouldHaveSingleItem();
        finding.Promise.ShouldBe(promise);
        finding.Harm.ShouldBe(harm);
        return finding.Evidence;
    }

    private sealed class TempLog : IDisposable
    {
        public TempLog(params string[] lines)
        {
            File = new FileInfo(Path.GetTempFileName());
            System.IO.File.WriteAllLines(File.FullName, lines);
        }

        public FileInfo File { get; }

        public void Dispose() => File.Delete();
    }
}
