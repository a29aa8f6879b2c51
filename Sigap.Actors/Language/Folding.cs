using System.Globalization;
using System.Text;

namespace Sigap.Language;

/// <summary>
/// Brings a text to the few characters the vocabulary is written in: lower-case a-z, digits, punctuation, one space.
/// Written out by hand because the program runs on invariant culture data, where <c>string.Normalize</c> does nothing,
/// and because it must not fail on any input.
/// </summary>
internal static class Folding
{
    /// <summary>What WhatsApp itself allows in a message; anything longer is cut, so that reading time is bounded.</summary>
    public const int MaxLength = 4096;

    private const string Accented = "àáâãäåāăąçćčďèéêëēėęěğìíîïīįłñńňòóôõöøōőŕřśşšťùúûüūůűýÿžźżßðđ";
    private const string Plain = "aaaaaaaaacccdeeeeeeeegiiiiiilnnnoooooooorrssstuuuuuuuyyzzzsdd";
    private const string LookAlikes = "аеорсхукмтвнігьѕјԁԛԝαορνικτυηβμ";
    private const string Latin = "aeopcxykmtbhirbsjdqwaopviktunbm";

    public static string Fold(string text)
    {
        var builder = new StringBuilder(Math.Min(text.Length, MaxLength) + 8);
        var rest = text.AsSpan(0, Math.Min(text.Length, MaxLength));

        while (!rest.IsEmpty)
        {
            // A lone surrogate decodes to U+FFFD, which is punctuation here.
            Rune.DecodeFromUtf16(rest, out var rune, out var consumed);
            rest = rest[consumed..];
            Append(builder, rune);
        }

        return builder.ToString();
    }

    private static void Append(StringBuilder builder, Rune rune)
    {
        if (rune.IsAscii)
        {
            AppendAscii(builder, (char)rune.Value);
            return;
        }

        var category = Rune.GetUnicodeCategory(rune);
        switch (category)
        {
            // Zero-width characters, variation selectors, accents and skin tones carry no word.
            case UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark
                or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.ModifierSymbol:
                return;
            case UnicodeCategory.DecimalDigitNumber:
                builder.Append((char)('0' + (int)Rune.GetNumericValue(rune)));
                return;
            case UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation or UnicodeCategory.ModifierLetter:
                return;
            case UnicodeCategory.DashPunctuation:
                builder.Append('-');
                return;
        }

        if (Known(rune) is { } known)
        {
            AppendAscii(builder, known);
        }
        else if (category == UnicodeCategory.OtherSymbol)
        {
            builder.Append(' ').Append(rune.ToString()).Append(' ');
        }
        else if (Rune.IsLetter(rune))
        {
            builder.Append(Rune.ToLowerInvariant(rune).ToString());
        }
        else
        {
            builder.Append(' ');
        }
    }

    private static void AppendAscii(StringBuilder builder, char c)
    {
        if (c is '\'' or '`' or '\0')
        {
            // assalamu'alaikum is one word
            return;
        }

        builder.Append(c is '\n' ? '\n' : char.IsControl(c) ? ' ' : char.ToLowerInvariant(c));
    }

    private static char? Known(Rune rune)
    {
        switch (rune.Value)
        {
            case >= 0xFF01 and <= 0xFF5E: // full width
                return (char)(rune.Value - 0xFEE0);
            case >= 0x1D400 and <= 0x1D6A3: // bold, italic, script and double-struck letters, in alphabets of 52
                var letter = (rune.Value - 0x1D400) % 52;
                return (char)('a' + (letter % 26));
            case >= 0x24B6 and <= 0x24E9: // circled letters
                return (char)('a' + ((rune.Value - 0x24B6) % 26));
            case >= 0x1F130 and <= 0x1F149: // squared letters
                return (char)('a' + (rune.Value - 0x1F130));
            case >= 0x1F150 and <= 0x1F169:
                return (char)('a' + (rune.Value - 0x1F150));
            case >= 0x1F170 and <= 0x1F189:
                return (char)('a' + (rune.Value - 0x1F170));
            case >= 0x2460 and <= 0x2468: // circled digits
                return (char)('1' + (rune.Value - 0x2460));
            case 0x3002 or 0x2026:
                return '.';
            case 0xFFFD:
                return ' ';
            case > 0xFFFF:
                return null;
        }

        var lower = (char)Rune.ToLowerInvariant(rune).Value;
        var at = Accented.IndexOf(lower, StringComparison.Ordinal);
        if (at >= 0)
        {
            return Plain[at];
        }

        at = LookAlikes.IndexOf(lower, StringComparison.Ordinal);
        return at >= 0 ? Latin[at] : null;
    }
}
