using System.Security.Cryptography;
using System.Text;
using Sigap.Conversations;

namespace Sigap.Pickup;

/// <summary>
/// Gives a booking its code: it follows from the request, the day and the moment of the decision. The moment is in it so that a
/// request repeated after a crash gets a new code: the claim that the lost attempt may have left is then nobody's.
/// </summary>
internal static class BookingCodes
{
    public static BookingCode For(PickupDay day, PickupDayId id, ulong request, DateTimeOffset now)
    {
        for (var attempt = 0; ; attempt++)
        {
            var code = new BookingCode(Reference.Code(Hash($"{id}|{request}|{now.ToUnixTimeMilliseconds()}|{attempt}")));
            if (!day.Bookings.ContainsKey(code))
            {
                return code;
            }
        }
    }

    private static ulong Hash(string name)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(name), hash);
        return BitConverter.ToUInt64(hash);
    }
}
