using Sigap.Kernel;
using Sigap.Pickup;

namespace Sigap.Tests.Board;

public class DoorCodesSpec
{
    private static readonly PickupDayId Today = new(new OfficeId("jakarta-pusat"), new DateOnly(2026, 11, 24));

    private readonly DoorCodes _codes = new([.. Enumerable.Range(0, 32).Select(n => (byte)n)]);

    [Fact]
    public void A_code_has_four_digits() =>
        Days().ShouldAllBe(day => _codes.For(day).Length == 4 && _codes.For(day).All(char.IsAsciiDigit));

    [Fact]
    public void The_code_of_a_day_is_the_same_after_every_start() =>
        new DoorCodes([.. Enumerable.Range(0, 32).Select(n => (byte)n)]).For(Today).ShouldBe(_codes.For(Today));

    [Fact]
    public void Each_day_office_and_key_has_a_code_of_its_own()
    {
        Days().Select(_codes.For).Distinct().Count().ShouldBeGreaterThan(900);
        _codes.For(Today with { Office = new OfficeId("denpasar") }).ShouldNotBe(_codes.For(Today));
        new DoorCodes(new byte[32]).For(Today).ShouldNotBe(_codes.For(Today));
    }

    private static IEnumerable<PickupDayId> Days() => Enumerable.Range(0, 1000).Select(n => Today with { Date = Today.Date.AddDays(n) });
}
