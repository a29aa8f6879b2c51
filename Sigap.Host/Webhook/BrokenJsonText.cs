using System.Globalization;
using System.Text;

namespace Sigap.Host.Webhook;

/// <summary>
/// Unescapes JSON text that the platform's reader refuses; what is not a character stays for <see cref="CleanText"/> to
/// replace.
/// </summary>
internal static class BrokenJsonText
{
    private const int HexDigits = 4;

    public static string Unescape(ReadOnlySpan<char> escaped)
    {
        var text = new StringBuilder(escaped.Length);
        while (!escaped.IsEmpty)
        {
            var plain = escaped.IndexOf('\\');
            if (plain < 0 || plain == escaped.Length - 1)
            {
                text.Append(escaped);
                break;
            }

            text.Append(escaped[..plain]);
            escaped = escaped[(plain + 1)..];
            var (letter, taken) = Escape(escaped);
            text.Append(letter);
            escaped = escaped[taken..];
        }

        return text.ToString();
    }

    private static (char Letter, int Taken) Escape(ReadOnlySpan<char> rest) => rest[0] switch
    {
        'n' => ('\n', 1),
        'r' => ('\r', 1),
        't' => ('\t', 1),
        'b' => ('\b', 1),
        'f' => ('\f', 1),
        'u' when rest.Length > HexDigits && ushort.TryParse(
            rest[1..(1 + HexDigits)], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit) =>
            ((char)unit, 1 + HexDigits),
        var other => (other, 1),
    };
}
