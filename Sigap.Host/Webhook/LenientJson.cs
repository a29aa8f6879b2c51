using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Sigap.Host.Webhook;

/// <summary>
/// Reads members the way the outside world writes them: null means absent, a wrong kind means absent, numbers may be
/// strings.
/// </summary>
internal static class LenientJson
{
    public static JsonElement? Object(this JsonElement owner, ReadOnlySpan<byte> name) =>
        owner.Member(name) is { ValueKind: JsonValueKind.Object } member ? member : null;

    public static JsonElement? Member(this JsonElement owner, ReadOnlySpan<byte> name) =>
        owner.ValueKind == JsonValueKind.Object
        && owner.TryGetProperty(name, out var member)
        && member.ValueKind != JsonValueKind.Null
            ? member
            : null;

    public static JsonElement? First(this JsonElement owner, ReadOnlySpan<byte> name) =>
        owner.Member(name) is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() > 0 ? list[0] : null;

    public static bool True(this JsonElement owner, ReadOnlySpan<byte> name) =>
        owner.Member(name) is { ValueKind: JsonValueKind.True };

    /// <summary>The text as it was sent, unclean: see <see cref="CleanText"/>. Null where there is none.</summary>
    public static string? Text(this JsonElement owner, ReadOnlySpan<byte> name) => owner.Member(name) switch
    {
        { ValueKind: JsonValueKind.String } member => Unquote(member),
        { ValueKind: JsonValueKind.Number } member => member.Raw(),
        _ => null,
    };

    /// <summary>A whole number, written as number or as string.</summary>
    public static long? Whole(this JsonElement owner, ReadOnlySpan<byte> name) =>
        long.TryParse(owner.Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The JSON as it came, as far as it is text at all.</summary>
    public static string Raw(this JsonElement element) => Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8Value(element));

    private static string Unquote(JsonElement text)
    {
        try
        {
            return text.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, or bytes that are not UTF-8: valid JSON all the same, and somebody's message.
            return BrokenJsonText.Unescape(text.Raw().AsSpan()[1..^1]);
        }
    }
}
