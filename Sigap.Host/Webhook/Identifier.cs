namespace Sigap.Host.Webhook;

/// <summary>
/// Ids are opaque, but not arbitrary: printable ASCII without spaces, of bounded length. Anything else names nobody.
/// </summary>
internal static class Identifier
{
    private const int LongestMessageId = 512;
    private const int LongestBusinessId = 40;
    private const int LongestPhone = 20;
    private const int LongestScopedId = 160;

    public static string? Message(string? id) => Fits(id, LongestMessageId) ? id : null;

    /// <summary>A <c>phone_number_id</c>; the dot would be taken for the end of it in a conversation's name.</summary>
    public static string? Business(string? id) =>
        Fits(id, LongestBusinessId) && !id!.Contains('.', StringComparison.Ordinal) ? id : null;

    /// <summary>A phone in <c>wa_id</c> form, or, as some senders have it, a scoped id in the phone's place.</summary>
    public static string? PhoneOrScoped(string? id)
    {
        var bare = id is ['+', ..] ? id[1..] : id;
        return Fits(bare, LongestScopedId) && (bare!.Length <= LongestPhone || !bare.All(char.IsAsciiDigit)) ? bare : null;
    }

    public static string? Scoped(string? id) => Fits(id, LongestScopedId) ? id : null;

    private static bool Fits(string? id, int longest)
    {
        if (id is not { Length: > 0 } || id.Length > longest)
        {
            return false;
        }

        foreach (var letter in id)
        {
            if (letter is <= ' ' or >= '\u007F')
            {
                return false;
            }
        }

        return true;
    }
}
