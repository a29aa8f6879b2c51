using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Sigap.Conversations;

namespace Sigap.Pickup;

/// <summary>The notice an errand of a day is: told twice, it has the same id and is taken once.</summary>
internal static class DayNotices
{
    public static Notify For(PickupDayId day, long errand, Errand.Tell tell) =>
        new(tell.To, Id(day, errand), tell.Notice, tell.ValidUntil);

    private static ulong Id(PickupDayId day, long errand)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"pickup|{day}|{errand}"), hash);
        return BinaryPrimitives.ReadUInt64BigEndian(hash);
    }
}
