using Sigap.Pickup;

namespace Sigap.Host.Pickup;

/// <summary>How stages and ends are written in tables and in JSON. Never renamed: rows of years ago hold them, programs rely on them.</summary>
internal static class PickupNames
{
    public static string Of(BookingStage stage) => stage switch
    {
        BookingStage.Held => "held",
        BookingStage.Offered => "offered",
        _ => "confirmed",
    };

    public static string Of(BookingEnd end) => end switch
    {
        BookingEnd.GivenBack => "given-back",
        BookingEnd.Lapsed => "lapsed",
        BookingEnd.Moved => "moved",
        BookingEnd.OfficeClosed => "office-closed",
        BookingEnd.ByOfficer => "by-officer",
        BookingEnd.Served => "served",
        _ => "no-show",
    };
}
