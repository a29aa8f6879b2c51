using System.Text;

namespace Sigap.Host.Storage;

/// <summary>
/// Text as every engine keeps it: PostgreSQL takes neither a NUL nor half of a surrogate pair, and what cannot be kept
/// could never be acknowledged. Both become U+FFFD.
/// </summary>
internal static class StorableText
{
    public static string Of(string text)
    {
        var whole = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
        return whole.Replace('\0', '\uFFFD');
    }
}
