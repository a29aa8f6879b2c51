using Sigap.Language;

namespace Sigap.Conversations;

/// <summary>
/// What of a text may be kept. Birth dates given as proof are not; NIK, family card, billing, payment and passport
/// numbers are masked to their last two places wherever they stand.
/// </summary>
internal static class Redaction
{
    private const char Mask = '•';
    private const int Shown = 2;

    /// <summary>A text without a digit is no proof of anything: it is kept, and counted when a machine repeats it.</summary>
    public static string? ForRecord(Input input, bool mayHoldBirthDate) =>
        input.Text is null || (mayHoldBirthDate && input.Text.Any(char.IsDigit)) ? null : OfText(input);

    public static string OfText(Input input)
    {
        var numbers = input.Reading is { Numbers.IsDefaultOrEmpty: false } reading ? reading.Numbers : [];
        return numbers.Where(number => !MayBeKept(number.Kind)).Aggregate(input.Text ?? "", (kept, number) => Masked(kept, number.Digits));
    }

    private static bool MayBeKept(NumberKind kind) => kind is NumberKind.ApplicationNumber or NumberKind.Fragment;

    /// <summary>Masks the characters of a number in the text, whatever separators stand between them.</summary>
    private static string Masked(string text, string number)
    {
        var letters = text.ToCharArray();
        for (var start = 0; start < letters.Length; start++)
        {
            if (Match(letters, start, number) is { } places)
            {
                foreach (var place in places[..^Shown])
                {
                    letters[place] = Mask;
                }

                start = places[^1];
            }
        }

        return new string(letters);
    }

    private static List<int>? Match(char[] letters, int start, string number)
    {
        var places = new List<int>(number.Length);
        for (var i = start; i < letters.Length && places.Count < number.Length; i++)
        {
            if (char.ToUpperInvariant(Folded(letters[i])) == char.ToUpperInvariant(number[places.Count]))
            {
                places.Add(i);
            }
            else if (places.Count == 0 || char.IsLetterOrDigit(letters[i]))
            {
                return null;
            }
        }

        return places.Count == number.Length && number.Length > Shown ? places : null;
    }

    /// <summary>Digits of other scripts count as their ASCII twins, as they do when the text is read.</summary>
    private static char Folded(char letter) =>
        char.IsDigit(letter) ? (char)('0' + (int)char.GetNumericValue(letter)) : letter;
}
