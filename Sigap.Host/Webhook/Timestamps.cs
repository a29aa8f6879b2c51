using System.Globalization;
using System.Text.Json;

namespace Sigap.Host.Webhook;

/// <summary>WhatsApp's timestamps: seconds as a string, and whatever else has been seen in their place.</summary>
internal static class Timestamps
{
    private const long TenDigits = 1_000_000_000;
    private const long ElevenDigits = 10_000_000_000;
    private const long ThirteenDigits = 1_000_000_000_000;
    private const long FourteenDigits = 10_000_000_000_000;

    /// <summary>Null for what is neither seconds (10 digits) nor milliseconds (13 digits).</summary>
    public static DateTimeOffset? Timestamp(this JsonElement owner) => Of(owner.Text("timestamp"u8));

    public static DateTimeOffset? Of(string? text) => Whole(text) switch
    {
        >= TenDigits and < ElevenDigits and var seconds => DateTimeOffset.FromUnixTimeSeconds(seconds),
        >= ThirteenDigits and < FourteenDigits and var milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds),
        _ => null,
    };

    private static long? Whole(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
