using System.Text;

namespace Sigap.Content;

/// <summary>Texts with <c>{variables}</c>. Values are put in once; a brace inside a value is only a brace.</summary>
internal static class Template
{
    /// <summary>Stands where a value is missing, so that a sentence stays readable when the content changed under it.</summary>
    private const string Missing = "…";

    public static string Fill(string text, Func<string, string?> value)
    {
        if (!text.Contains('{'))
        {
            return text;
        }

        var filled = new StringBuilder(text.Length + 64);
        var from = 0;

        foreach (var (start, length, name) in Variables(text))
        {
            filled.Append(text, from, start - from).Append(value(name) ?? Missing);
            from = start + length;
        }

        return filled.Append(text, from, text.Length - from).ToString();
    }

    public static IEnumerable<(int Start, int Length, string Name)> Variables(string text)
    {
        for (var open = text.IndexOf('{'); open >= 0; open = text.IndexOf('{', open + 1))
        {
            var end = open + 1;

            while (end < text.Length && IsNameCharacter(text[end]))
            {
                end++;
            }

            if (end > open + 1 && end < text.Length && text[end] == '}')
            {
                yield return (open, end + 1 - open, text[(open + 1)..end]);
            }
        }
    }

    /// <summary>Where a brace stands that belongs to no variable; null when there is none.</summary>
    public static int? StrayBrace(string text)
    {
        var inside = Variables(text).SelectMany(v => new[] { v.Start, v.Start + v.Length - 1 }).ToHashSet();

        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '{' or '}' && !inside.Contains(i))
            {
                return i;
            }
        }

        return null;
    }

    private static bool IsNameCharacter(char c) => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '-' or '_';
}
