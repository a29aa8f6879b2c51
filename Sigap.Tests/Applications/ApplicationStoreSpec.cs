using CsCheck;
using Sigap.Applications;
using Sigap.Host.Applications;
using Sigap.Kernel;
using Sigap.Tests.Storage;

namespace Sigap.Tests.Applications;

public abstract class ApplicationStoreSpec(TestDatabase temp) : IDisposable
{
    public sealed class OnSqlite() : ApplicationStoreSpec(new TempDatabase());

    public sealed class OnPostgresql() : ApplicationStoreSpec(new TempPostgres());

    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
    private readonly SqlApplicationStore _store = new(temp.Database);

    public void Dispose()
    {
        temp.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task What_was_stored_is_found_again_as_it_was()
    {
        var record = Record(Stage.ReadyForCollection, Noon) with { ReadyOn = new DateOnly(2026, 11, 20) };
        (await _store.IsEmpty(default)).ShouldBeTrue();
        await _store.Upsert([record], default);

        (await _store.Find(record.Number, default)).ShouldBe(record);
        (await _store.IsEmpty(default)).ShouldBeFalse();
    }

    [Fact]
    public async Task An_older_record_never_replaces_a_newer_one()
    {
        var newer = Record(Stage.Printing, Noon);
        await _store.Upsert([newer], default);

        (await _store.Upsert([Record(Stage.Adjudication, Noon.AddMinutes(-1))], default)).ShouldBe([UpsertOutcome.OlderThanStored]);
        (await _store.Find(newer.Number, default)).ShouldBe(newer);
    }

    [Fact]
    public async Task Storing_again_changes_nothing()
    {
        var record = Record(Stage.Printing, Noon);

        (await _store.Upsert([record, record], default)).ShouldBe([UpsertOutcome.Stored, UpsertOutcome.Stored]);
        (await _store.Find(record.Number, default)).ShouldBe(record);
    }

    [Fact]
    public void In_any_order_the_newest_record_stays() => Gen.Int[0, 1000].HashSet[1, 6]
        .SelectMany(minutes => Gen.Shuffle(minutes.ToArray()))
        .Sample(
            minutes =>
            {
                // Each sample has a number of its own: no row of another sample is in the way.
                var number = ApplicationNumber.Parse($"1106{Guid.NewGuid().GetHashCode() & int.MaxValue:D12}")!.Value;
                foreach (var minute in minutes)
                {
                    var record = Record(Stages.All[minute % Stages.All.Count], Noon.AddMinutes(minute)) with { Number = number };
                    _store.Upsert([record], default).GetAwaiter().GetResult();
                }

                return _store.Find(number, default).GetAwaiter().GetResult()!.UpdatedAt == Noon.AddMinutes(minutes.Max());
            },
            iter: 50,
            threads: 1);

    private static PassportApplication Record(Stage stage, DateTimeOffset updatedAt) => new(
        ApplicationNumber.Parse("1106000000000011")!.Value, new OfficeId("jakarta-pusat"), new DateOnly(1990, 8, 17), "Budi Santoso", stage,
        new DateOnly(2026, 11, 20), null, updatedAt);
}
