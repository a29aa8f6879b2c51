namespace Sigap.Language;

/// <summary>Numbers with letters in them: the proof of payment (NTPN, 16 characters) and the passport number (A1234567).</summary>
internal static class LettersAndDigits
{
    private const int NtpnLength = 16;

    public static (FoundNumber Number, int End)? At(string folded, int start)
    {
        if (start > 0 && char.IsAsciiLetterOrDigit(folded[start - 1]))
        {
            return null;
        }

        var letters = 0;
        var changes = 0;
        var end = start;
        while (end < folded.Length && char.IsAsciiLetterOrDigit(folded[end]))
        {
            letters += char.IsAsciiLetter(folded[end]) ? 1 : 0;
            changes += end > start && char.IsAsciiLetter(folded[end]) != char.IsAsciiLetter(folded[end - 1]) ? 1 : 0;
            end++;
        }

        var length = end - start;
        if (letters == 0 || letters == length)
        {
            return null;
        }

        NumberKind? kind = (length, letters, changes) switch
        {
            // "nomor11060000001" is a word and a number: letters, then nothing but digits.
            (NtpnLength, _, _) when changes > 1 || char.IsAsciiDigit(folded[start]) => NumberKind.Ntpn,
            ( >= 7 and <= 9, 1 or 2, 1) when char.IsAsciiLetter(folded[start]) && length - letters is 6 or 7 => NumberKind.PassportNumber,
            _ => null,
        };

        return kind is null ? null : (new FoundNumber(kind.Value, folded[start..end].ToUpperInvariant()), end);
    }
}
