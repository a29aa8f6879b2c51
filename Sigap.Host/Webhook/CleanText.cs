using System.Globalization;

namespace Sigap.Host.Webhook;

/// <summary>
/// Makes what a stranger typed fit to be stored and shown: of bounded length, well-formed, without control characters.
/// </summary>
internal static class CleanText
{
    /// <summary>What WhatsApp allows in a text of ours; nobody documents how much longer one of theirs may be.</summary>
    public const int LongestText = 4096;

    private const char Replacement = '\uFFFD';

    /// <summary>A message: line ends and tabs stay.</summary>
    public static string Message(string text) => Clean(Cut(text, LongestText), keepLines: true);

    /// <summary>A name, title or label: one line.</summary>
    public static string Line(string text, int longest) => Clean(Cut(text, longest), keepLines: false);

    /// <summary>Cuts between two graphemes: half an emoji is worse than none.</summary>
    private static string Cut(string text, int longest)
    {
        if (text.Length <= longest)
        {
            return text;
        }

        var end = 0;
        while (true)
        {
            var next = end + StringInfo.GetNextTextElementLength(text, end);
            if (next > longest)
            {
                break;
            }

            end = next;
        }

        // A single grapheme longer than the limit (stacked marks) is cut inside, but not inside a surrogate pair.
        if (end == 0)
        {
            end = char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest;
        }

        return text[..end];
    }

    private static string Clean(string text, bool keepLines)
    {
        var first = FirstUnclean(text, keepLines);
        return first < 0
            ? text
            : string.Create(text.Length, (text, first, keepLines), static (target, source) =>
            {
                source.text.CopyTo(target);
                for (var i = source.first; i < target.Length; i++)
                {
                    target[i] = Fit(source.text, i, source.keepLines);
                }
            });
    }

    private static int FirstUnclean(string text, bool keepLines)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (Fit(text, i, keepLines) != text[i])
            {
                return i;
            }
        }

        return -1;
    }

    private static char Fit(string text, int at, bool keepLines)
    {
        var letter = text[at];
        if (letter is >= ' ' and < '\u007F')
        {
            return letter;
        }

        if (char.IsControl(letter))
        {
            return keepLines && letter is ('\n' or '\r' or '\t') ? letter : ' ';
        }

        if (!char.IsSurrogate(letter))
        {
            return letter;
        }

        var paired = char.IsHighSurrogate(letter)
            ? at + 1 < text.Length && char.IsLowSurrogate(text[at + 1])
            : at > 0 && char.IsHighSurrogate(text[at - 1]);
        return paired ? letter : Replacement;
    }
}
