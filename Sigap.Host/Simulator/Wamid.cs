using System.Security.Cryptography;
using System.Text;

namespace Sigap.Host.Simulator;

/// <summary>Message ids of the same build as WhatsApp's, phone number inside and all.</summary>
internal static class Wamid
{
    private const byte FromPhone = 0x12;
    private const byte FromBusiness = 0x11;

    public static string OfPhone(string number) => Build(number, FromPhone, "3A" + RandomNumberGenerator.GetHexString(18));

    public static string OfBusiness(string number) => Build(number, FromBusiness, RandomNumberGenerator.GetHexString(18));

    private static string Build(string number, byte direction, string serial)
    {
        byte[] bytes =
        [
            0x1C, 0x18, (byte)number.Length, .. Encoding.ASCII.GetBytes(number),
            0x15, 0x02, 0x00, direction, 0x18, (byte)serial.Length, .. Encoding.ASCII.GetBytes(serial), 0x00,
        ];

        return "wamid." + Convert.ToBase64String(bytes);
    }
}
