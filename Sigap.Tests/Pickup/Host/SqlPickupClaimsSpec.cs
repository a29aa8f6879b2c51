using System.Collections.Immutable;
using Sigap.Host.Keys;
using Sigap.Host.Pickup;
using Sigap.Pickup;
using Sigap.Tests.Storage;
using static Sigap.Tests.Pickup.OfficeUnderTest;

namespace Sigap.Tests.Pickup.Host;

public abstract class SqlPickupClaimsSpec : IDisposable
{
    private static readonly BookingAt One = new(Tomorrow, new BookingCode("AAAAAA"));
    private static readonly BookingAt Two = new(Thursday, new BookingCode("BBBBBB"));
    private static readonly BookingAt Three = new(Thursday, new BookingCode("CCCCCC"));
    private readonly TestDatabase _temp;
    private readonly SqlPickupClaims _claims;

    protected SqlPickupClaimsSpec(TestDatabase temp)
    {
        _temp = temp;
        _claims = new SqlPickupClaims(temp.Database, new MasterKey(new byte[MasterKey.Bytes]));
    }

    public sealed class OnSqlite() : SqlPickupClaimsSpec(new TempDatabase());

    public sealed class OnPostgresql() : SqlPickupClaimsSpec(new TempPostgres());

    public void Dispose()
    {
        _temp.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_free_application_is_taken_and_taken_again_by_the_same_booking()
    {
        (await Take(One, 1, 2)).ShouldAllBe(outcome => outcome.HeldBy == null);
        (await Take(One, 1, 2)).ShouldAllBe(outcome => outcome.HeldBy == null);
    }

    [Fact]
    public async Task Who_comes_second_is_told_who_has_it_and_gets_the_rest()
    {
        await Take(One, 2);

        (await Take(Two, 3, 2, 1)).Select(outcome => outcome.HeldBy).ShouldBe([null, One, null]);
        (await Take(One, 1)).Single().HeldBy.ShouldBe(Two);
    }

    [Fact]
    public async Task A_claim_of_the_booking_that_is_to_be_moved_stands_in_nobodys_way_and_stays()
    {
        await Take(One, 1);

        (await _claims.Take([new Claim(Application(1), Two, Instead: One)], CancellationToken.None)).Single().HeldBy.ShouldBeNull();
        (await Take(Three, 1)).Single().HeldBy.ShouldBe(One);
    }

    [Fact]
    public async Task A_claim_is_replaced_once()
    {
        await Take(One, 1);

        (await _claims.Replace(Application(1), One, Two, CancellationToken.None)).ShouldBeTrue();
        (await _claims.Replace(Application(1), One, Three, CancellationToken.None)).ShouldBeFalse();
        (await Take(Three, 1)).Single().HeldBy.ShouldBe(Two);
    }

    [Fact]
    public async Task Only_the_holder_releases()
    {
        await Take(One, 1, 2);

        await _claims.Release(Two.Code, Numbers(1, 2), CancellationToken.None);
        (await Take(Three, 1)).Single().HeldBy.ShouldBe(One);

        await _claims.Release(One.Code, Numbers(1, 2), CancellationToken.None);
        await _claims.Release(One.Code, Numbers(1, 2), CancellationToken.None);
        (await Take(Three, 1, 2)).ShouldAllBe(outcome => outcome.HeldBy == null);
    }

    [Fact]
    public async Task Of_many_who_come_at_once_for_the_same_each_application_has_one()
    {
        var bookings = Enumerable.Range(0, 8).Select(i => new BookingAt(Tomorrow, new BookingCode($"CODE{i}"))).ToList();

        var outcomes = await Task.WhenAll(
            bookings.Select((booking, i) => Task.Run(() => Take(booking, i % 2 == 0 ? [1, 2, 3, 4, 5] : [5, 4, 3, 2, 1]))));

        outcomes.SelectMany(outcome => outcome)
            .Where(outcome => outcome.HeldBy is null)
            .Select(outcome => outcome.Claim.Application)
            .ShouldBe(Numbers(1, 2, 3, 4, 5), ignoreOrder: true);
    }

    private Task<ImmutableArray<ClaimOutcome>> Take(BookingAt booking, params int[] numbers) =>
        _claims.Take([.. numbers.Select(number => new Claim(Application(number), booking, Instead: null))], CancellationToken.None);
}
