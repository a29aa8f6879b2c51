using System.Globalization;
using System.Text;

namespace Sigap.Content;

/// <summary>Makes text safe for a bubble: values without WhatsApp markup, and cuts that leave every character whole.</summary>
internal static class PlainWords
{
    private const string Ellipsis = "…";

    /// <summary>A value on one line that cannot turn the rest of a bubble bold. WhatsApp has no escape, so look-alikes stand in.</summary>
    public static string Neutral(string value)
    {
        var neutral = new StringBuilder(value.Length);

        foreach (var rune in value.EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '*': neutral.Append('∗'); break;
                case '_': neutral.Append('ˍ'); break;
                case '~': neutral.Append('∼'); break;
                case '`': neutral.Append('\''); break;
                case '\n' or '\r' or '\t' or 0x2028 or 0x2029 or 0x85: neutral.Append(' '); break;
                default: AppendPrintable(neutral, rune); break;
            }
        }

        return neutral.ToString().Trim();
    }

    /// <summary>Text of several lines without control characters and broken surrogates; its markup stays.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);

        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value == '\n')
            {
                clean.Append('\n');
            }
            else
            {
                AppendPrintable(clean, rune);
            }
        }

        return clean.ToString();
    }

    /// <summary>At most so many UTF-16 units, cut at a paragraph, else at a line, else between two characters as people see them.</summary>
    public static string Cut(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        var room = most - Ellipsis.Length;
        var border = text.LastIndexOf("\n\n", room, StringComparison.Ordinal);

        if (border < room / 2)
        {
            border = text.LastIndexOf('\n', room);
        }

        return border >= room / 2 ? text[..border].TrimEnd() + Ellipsis : text[..GraphemeBorder(text, room)].TrimEnd() + Ellipsis;
    }

    private static int GraphemeBorder(string text, int most)
    {
        var border = 0;

        while (border < text.Length)
        {
            var next = border + StringInfo.GetNextTextElementLength(text.AsSpan(border));

            if (next > most)
            {
                break;
            }

            border = next;
        }

        // One endless pile of accents: cut inside it, but never inside a surrogate pair.
        return border > 0 ? border : char.IsHighSurrogate(text[most - 1]) ? most - 1 : most;
    }

    private static void AppendPrintable(StringBuilder target, Rune rune)
    {
        if (!Rune.IsControl(rune) && !TurnsDirection(rune.Value))
        {
            Span<char> units = stackalloc char[2];
            target.Append(units[..rune.EncodeToUtf16(units)]);
        }
    }

    private static bool TurnsDirection(int rune) => rune is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
