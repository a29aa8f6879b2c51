namespace Sigap.Content.Loading;

/// <summary>The letters an id may have: those that are safe in option ids, file names and URLs.</summary>
internal static class Ids
{
    public const int NodeMost = 80;
    public const int OptionMost = 60;

    public static bool IsNode(string id) => Fits(id, NodeMost, ".-");

    public static bool IsOption(string id) => Fits(id, OptionMost, "-");

    private static bool Fits(string id, int most, string punctuation) => id.Length > 0 && id.Length <= most
        && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_' || punctuation.Contains(c));
}
