using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace Sigap.Host.Simulator;

/// <summary>A phone somebody plays with. Hiding the number is a choice of its owner: the business then sees the scoped id alone.</summary>
internal sealed record Phone(string Number, string Name, bool HidesNumber = false)
{
    /// <summary>The business-scoped user id. Like the real one it says nothing about the number.</summary>
    public string ScopedId { get; } = Scoped(Number);

    public static bool IsNumber(string value) => value.Length is >= 8 and <= 15 && value.All(char.IsAsciiDigit);

    private static string Scoped(string number)
    {
        var digits = new BigInteger(SHA256.HashData(Encoding.ASCII.GetBytes(number)), isUnsigned: true);
        return "ID." + digits.ToString(CultureInfo.InvariantCulture)[..20];
    }
}
