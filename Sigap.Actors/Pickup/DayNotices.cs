using Sigap.Conversations;
using Sigap.Kernel;

namespace Sigap.Pickup;

/// <summary>The notice an errand of a day is: told twice, it has the same id and is taken once.</summary>
internal static class DayNotices
{
    public static Notify For(PickupDayId day, long errand, Errand.Tell tell) =>
        new(tell.To, Fingerprint.Of($"pickup|{day}|{errand}"), tell.Notice, tell.ValidUntil);
}
