using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Sigap.Pickup;

/// <summary>The code that hangs at the door: who writes it is in the hall.</summary>
public interface IDoorCodes
{
    string For(PickupDayId day);
}

/// <summary>
/// Four digits for each office and day, the same on every node and after every start. Nobody can tell tomorrow's from today's
/// without the key, and the key must stay the same for the day a code hangs at the door.
/// </summary>
public sealed class DoorCodes : IDoorCodes
{
    private const ulong Codes = 10_000;
    private readonly byte[] _key;

    public DoorCodes(byte[] masterKey)
    {
        ArgumentNullException.ThrowIfNull(masterKey);
        _key = HKDF.DeriveKey(HashAlgorithmName.SHA256, masterKey, 32, info: "sigap door codes v1"u8.ToArray());
    }

    public string For(PickupDayId day)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(day.Value), hash);
        return (BinaryPrimitives.ReadUInt64BigEndian(hash) % Codes).ToString("0000", CultureInfo.InvariantCulture);
    }
}
