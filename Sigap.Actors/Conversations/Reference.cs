using System.Globalization;

namespace Sigap.Conversations;

/// <summary>
/// The number an applicant gets for feedback or a question to an officer: S-261130-K7M4QX. It follows from the message, so
/// that the same message always has the same one.
/// </summary>
public static class Reference
{
    /// <summary>No 0, O, 1, I, L or U: it is read out over the phone.</summary>
    private const string Letters = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private const int Length = 6;

    public static string For(ulong message, DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"S-{day:yyMMdd}-{Code(message)}");

    /// <summary>Six letters that follow from a number.</summary>
    public static string Code(ulong number)
    {
        Span<char> code = stackalloc char[Length];
        for (var i = 0; i < Length; i++)
        {
            code[i] = Letters[(int)(number % (ulong)Letters.Length)];
            number /= (ulong)Letters.Length;
        }

        return new string(code);
    }
}
