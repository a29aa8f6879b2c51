using System.Globalization;
using Dapper;
using Sigap.Host.Pickup;
using Sigap.Pickup;
using Sigap.Projections;
using Sigap.Tests.Storage;
using static Sigap.Tests.Pickup.OfficeUnderTest;

namespace Sigap.Tests.Pickup.Host;

public abstract class PickupTablesSpec : IDisposable
{
    private readonly TestDatabase _temp;
    private readonly PickupTables _tables;
    private readonly OfficeUnderTest _office = new();

    protected PickupTablesSpec(TestDatabase temp)
    {
        _temp = temp;
        _tables = new PickupTables(temp.Database);
        _office.Office.Changed += (day, changed) => Apply(day, changed with { Done = [] });
    }

    public sealed class OnSqlite() : PickupTablesSpec(new TempDatabase());

    public sealed class OnPostgresql() : PickupTablesSpec(new TempPostgres());

    public void Dispose()
    {
        _temp.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void A_booking_stands_in_the_table_with_its_stage_and_its_end()
    {
        var booked = _office.Books(Hold(1, "10:00", places: 3));
        Rows().ShouldBe([$"{booked.At.Code} 2026-11-25 10:00 3 confirmed "]);

        _office.Ends(booked);
        Rows().ShouldBe([$"{booked.At.Code} 2026-11-25 10:00 3 confirmed given-back"]);
    }

    [Fact]
    public void A_booking_that_the_calendar_moves_stands_at_its_new_time()
    {
        _office.Books(Hold(1, "10:00"));
        _office.Plans.Slots = FixedPlans.Of(2, 0, "11:00");

        _office.Ask(new ReviewDay(Tomorrow));

        Rows().Single().ShouldContain("11:00");
    }

    [Fact]
    public async Task A_day_is_in_use_while_something_lives_waits_or_is_owed()
    {
        (await DaysInUse()).ShouldBeEmpty();
        var bookings = _office.Fill();
        _office.Ask(Join(1));
        (await DaysInUse()).ShouldBe([Tomorrow]);

        _office.Ask(new LeaveWaitlist(Tomorrow, Phone(1)));
        foreach (var booking in bookings)
        {
            _office.Ends(booking);
        }

        (await DaysInUse()).ShouldBe([Tomorrow]);
        Apply(Tomorrow, new DayChanged(_office.Now, [], [], 1, [.. Enumerable.Range(1, 1000).Select(number => (long)number)]));
        (await DaysInUse()).ShouldBeEmpty();
    }

    [Fact]
    public void Applying_an_event_twice_is_the_same_as_once()
    {
        var events = new List<DayChanged>();
        _office.Office.Changed += (_, changed) => events.Add(changed);
        var bookings = _office.Fill();
        _office.Ask(Join(1));
        _office.Ends(bookings[0]);
        var before = Rows();

        events.ForEach(happened => Apply(Tomorrow, happened));

        Rows().ShouldBe(before);
    }

    [Fact]
    public async Task A_day_in_use_is_listed_with_the_newest_number_of_its_journal()
    {
        _office.Fill();
        await Journal("pickup|" + Tomorrow, 7);
        await Journal("pickup|" + Tomorrow, 8);
        await Journal("pickup|another", 9);

        (await _tables.DaysInUse(CancellationToken.None)).ShouldBe([new DayInUse(Tomorrow, 8)]);
    }

    private async Task<IEnumerable<PickupDayId>> DaysInUse() =>
        (await _tables.DaysInUse(CancellationToken.None)).Select(used => used.Day);

    private Task Journal(string stream, long number) => _temp.Database.Write(
        (connection, _) => connection.Execute(
            """
            INSERT INTO journal (created, deleted, persistence_id, sequence_number, message, manifest, identifier, writer_uuid)
            VALUES (0, @deleted, @stream, @number, @message, 'any', 1, 'any')
            """,
            new { stream, number, deleted = false, message = Array.Empty<byte>() }),
        CancellationToken.None);

    private void Apply(PickupDayId day, DayChanged changed) => _temp.Database.Write(
        (connection, transaction) =>
        {
            foreach (var change in PickupProjection.Of(day, changed))
            {
                PickupTables.Apply(change, connection, transaction);
            }
        },
        CancellationToken.None).GetAwaiter().GetResult();

    private List<string> Rows()
    {
        using var connection = _temp.Database.Connect();
        return
        [
            .. connection.Query<(string Code, string Date, string Slot, long Places, string Stage, string? Ended)>(
                    "SELECT code, date, slot, places, stage, ended FROM pickup_booking ORDER BY code")
                .Select(row => string.Create(CultureInfo.InvariantCulture, $"{row.Code} {row.Date} {row.Slot} {row.Places} {row.Stage} {row.Ended}")),
        ];
    }
}
