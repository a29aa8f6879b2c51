namespace Sigap.Language;

/// <summary>
/// Whether 16 digits can be a NIK (KTP) or family card number (KK): a province, a birth or issue day where women's days are
/// counted from 41, and a month stand in fixed places.
/// </summary>
internal static class PopulationNumbers
{
    public static bool Fits(ReadOnlySpan<char> digits)
    {
        var province = Two(digits, 0);
        var day = Two(digits, 6);
        var month = Two(digits, 8);

        return province is >= 11 and <= 96 && day is (>= 1 and <= 31) or (>= 41 and <= 71) && month is >= 1 and <= 12;
    }

    private static int Two(ReadOnlySpan<char> digits, int at) => ((digits[at] - '0') * 10) + digits[at + 1] - '0';
}
