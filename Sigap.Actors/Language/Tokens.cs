namespace Sigap.Language;

/// <summary>A stretch of the folded text that is one word, one number or one emoji.</summary>
/// <param name="Opens">True when punctuation that ends a thought stands before it.</param>
internal readonly record struct Token(int Start, int Length, bool IsNumber, bool Opens)
{
    public ReadOnlySpan<char> Of(string folded) => folded.AsSpan(Start, Length);
}

internal static class Tokens
{
    /// <summary>Words, numbers and emoji of a folded text in order: <c>10thn</c> is two, <c>e-paspor</c> is two, <c>syarat2</c> is the word twice.</summary>
    public static List<Token> Split(string folded)
    {
        var tokens = new List<Token>(Math.Min(folded.Length / 4, 64) + 4);
        var opens = false;

        for (var at = 0; at < folded.Length;)
        {
            var kind = KindOf(folded[at]);
            if (kind == Kind.Space)
            {
                opens |= folded[at] is ',' or '?' or '!' or ';' or '.' or '\n' or '&' or '+';
                at++;
                continue;
            }

            var end = at + 1;
            while (end < folded.Length && KindOf(folded[end]) == kind)
            {
                end++;
            }

            var length = end - at;
            tokens.Add(new Token(at, length, kind == Kind.Digit, opens));
            opens = false;
            if (kind == Kind.Letter && length >= 3 && IsReduplication(folded, end))
            {
                tokens.Add(new Token(at, length, false, false));
                end++;
            }

            at = end;
        }

        return tokens;
    }

    private enum Kind
    {
        Space,
        Letter,
        Digit,
        Symbol,
    }

    private static Kind KindOf(char c) => c switch
    {
        >= 'a' and <= 'z' => Kind.Letter,
        >= '0' and <= '9' => Kind.Digit,
        < (char)128 => Kind.Space,
        _ when char.IsSurrogate(c) => Kind.Symbol,
        _ when char.IsLetter(c) => Kind.Letter,
        _ when char.IsWhiteSpace(c) => Kind.Space,
        _ => Kind.Symbol,
    };

    /// <summary>syarat2, dipanggil2nya: the 2 means "said twice".</summary>
    private static bool IsReduplication(string folded, int at) =>
        at < folded.Length && folded[at] == '2' && (at + 1 == folded.Length || KindOf(folded[at + 1]) != Kind.Digit);
}
