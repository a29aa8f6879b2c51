using Sigap.Content;
using Sigap.Content.Loading;
using Sigap.Kernel;
using Sigap.Pickup;
using Sigap.Tests.Support;

namespace Sigap.Tests.Content;

public class PickupSectionSpec
{
    private const string Path = "offices/denpasar.yaml";

    [Fact]
    public void Every_key_is_read()
    {
        var rules = Rules("""
            pickup:
              slot_minutes: 15
              counters: 3
              capacity: 12
              kept_for_walk_ins: 2
              kept_for_priority: 1
              horizon_days: 21
              lead_minutes: 45
              hold_minutes: 4
              offer_minutes: 8
              places_per_phone: 6
              no_shows_before_pause: 3
              no_show_memory_days: 60
              pause_days: 14
              early_minutes: 20
              grace_minutes: 10
              places_behind: 5
              call_cycle: [walk-in, booked, priority]
              service_minutes: 7
              when_changed: cancel
            """);

        rules.ShouldBe(new PickupRules(
            SlotLength: TimeSpan.FromMinutes(15),
            Counters: 3,
            Capacity: 12,
            KeptForWalkIns: 2,
            KeptForPriority: 1,
            HorizonDays: 21,
            LeadTime: TimeSpan.FromMinutes(45),
            HoldTime: TimeSpan.FromMinutes(4),
            OfferTime: TimeSpan.FromMinutes(8),
            PlacesPerPhone: 6,
            NoShowsBeforePause: 3,
            NoShowMemory: TimeSpan.FromDays(60),
            Pause: TimeSpan.FromDays(14),
            Early: TimeSpan.FromMinutes(20),
            Grace: TimeSpan.FromMinutes(10),
            PlacesBehind: 5,
            CallCycle: [Line.WalkIn, Line.Booked, Line.Priority],
            ServiceTime: TimeSpan.FromMinutes(7),
            WhenChanged: WhenChanged.Cancel));
    }

    [Fact]
    public void What_is_left_out_is_as_usual()
    {
        Rules("").ShouldBe(PickupRules.Usual);
        Rules("pickup: {}").ShouldBe(PickupRules.Usual);
        Rules("pickup: {counters: 9}").ShouldBe(PickupRules.Usual with { Counters = 9 });
    }

    [Theory]
    [InlineData("slot_minutes: 30", "slot_minutes: 4", "'slot_minutes' is '4'; write a whole number of minutes from 5 to 240, or leave")]
    [InlineData("slot_minutes: 30", "slot_minutes: half an hour", "'slot_minutes' is 'half an hour'; write a whole number of minutes")]
    [InlineData("slot_minutes: 30", "slot_minutes: -30", "'slot_minutes' is '-30'")]
    [InlineData("slot_minutes: 30", "slot_minutes: [30]", "'slot_minutes' must be a text")]
    [InlineData("counters: 4", "counters: 0", "write a whole number from 1 to 99, or leave the line out for the usual 4")]
    [InlineData("capacity: 20", "capacity: 1001", "from 1 to 1000")]
    [InlineData("kept_for_walk_ins: 4", "kept_for_walk_ins: 1.5", "'kept_for_walk_ins' is '1.5'")]
    [InlineData("kept_for_priority: 2", "kept_for_priority: few", "'kept_for_priority' is 'few'")]
    [InlineData("horizon_days: 14", "horizon_days: 91", "from 1 to 90")]
    [InlineData("lead_minutes: 30", "lead_minutes: 0", "of minutes from 1 to 240")]
    [InlineData("hold_minutes: 5", "hold_minutes: \"\"", "'hold_minutes' is missing or empty")]
    [InlineData("offer_minutes: 10", "offer_minutes: 241", "of minutes from 1 to 240")]
    [InlineData("places_per_phone: 5", "places_per_phone: 51", "from 1 to 50")]
    [InlineData("no_shows_before_pause: 2", "no_shows_before_pause: 0", "'no_shows_before_pause' is '0'")]
    [InlineData("no_show_memory_days: 30", "no_show_memory_days: 366", "of days from 1 to 365")]
    [InlineData("pause_days: 7", "pause_days: 99999999999", "'pause_days' is '99999999999'; write")]
    [InlineData("early_minutes: 30", "early_minutes: 0", "'early_minutes' is '0'")]
    [InlineData("grace_minutes: 15", "grace_minutes: 0", "'grace_minutes' is '0'")]
    [InlineData("places_behind: 3", "places_behind: 51", "from 0 to 50")]
    [InlineData("service_minutes: 6", "service_minutes: 0", "'service_minutes' is '0'")]
    [InlineData("when_changed: move", "when_changed: moved", "'when_changed' is 'moved'; write 'move' or 'cancel'")]
    [InlineData("booked, walk-in]", "booked, walkin]", "'call_cycle' names 'walkin', which is no line; write booked, pri")]
    [InlineData("booked, walk-in]", "booked]", "'call_cycle' never calls 'walk-in'")]
    [InlineData("[booked, priority, booked, walk-in]", "[]", "'call_cycle' never calls 'booked'")]
    [InlineData("[booked, priority, booked, walk-in]", "booked", "'call_cycle' must be a list")]
    [InlineData("counters: 4", "counter: 4", "unknown key 'counter'; known here: slot_minutes, counters,")]
    [InlineData("counters: 4", "counter: 4", "Did you mean 'counters'?")]
    public void A_wrong_value_is_told_where_it_stands_with_the_remedy(string piece, string replacement, string message)
    {
        var builder = new ContentBuilder().Edit(Path, piece, replacement);

        var finding = Error(builder.Load(), message);

        finding.File.ShouldBe($"config/{Path}");
        finding.Line.ShouldBe(builder.LineOf(Path, replacement));
    }

    [Theory]
    [InlineData(6)]
    [InlineData(5)]
    public void Somebody_without_priority_must_be_able_to_book(int capacity)
    {
        var builder = new ContentBuilder().Edit(Path, "capacity: 20", $"capacity: {capacity}");

        var finding = Error(builder.Load(), $"'capacity' is {capacity}, but kept_for_walk_ins (4) and kept_for_priority (2) leave no");

        finding.Message.ShouldContain("raise it to 7 or more");
        finding.Line.ShouldBe(builder.LineOf(Path, "capacity:"));
        new ContentBuilder().Edit(Path, "capacity: 20", "capacity: 7").Build();
    }

    [Fact]
    public void A_stretch_of_collection_hours_must_hold_a_slot()
    {
        var builder = new ContentBuilder().Edit(Path, "slot_minutes: 30", "slot_minutes: 120");

        var finding = Error(builder.Load(), "10.00-11.30 of Friday is shorter than a slot of 120 minutes, so nobody can book it");

        finding.Message.ShouldContain("lower 'slot_minutes' under 'pickup' to 90 or less");
        finding.Line.ShouldBe(builder.LineOf(Path, "friday: [\"10.00-11.30\"]"));
    }

    [Fact]
    public void A_rest_of_the_hours_that_gives_no_places_is_a_warning()
    {
        var load = new ContentBuilder().Edit(Path, "slot_minutes: 30", "slot_minutes: 20").Load();

        load.Content.ShouldNotBeNull();
        load.Findings[0].IsError.ShouldBeFalse();
        load.Findings[0].Message.ShouldStartWith("slots of 20 minutes leave the last 10 minutes of 10.00-15.30 on Monday without places");
    }

    private static PickupRules Rules(string section) =>
        new ContentBuilder().WithSection("denpasar", "pickup", section).Build().Offices[new OfficeId("denpasar")].Pickup;

    private static Finding Error(ContentLoad load, string message) =>
        load.Findings.Where(finding => finding.IsError && finding.Message.Contains(message, StringComparison.Ordinal))
            .ShouldHaveSingleItem(string.Join('\n', load.Findings));
}
