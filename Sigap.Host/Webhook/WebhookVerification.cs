using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Sigap.Host.WhatsApp;

namespace Sigap.Host.Webhook;

/// <summary>Answers WhatsApp's question whether this address is ours, asked when it is entered in the dashboard.</summary>
internal static class WebhookVerification
{
    private const int LongestChallenge = 128;

    /// <summary>Keys with a dot: model binding would not find them.</summary>
    public static IResult Answer(HttpRequest request, IOptionsMonitor<WhatsAppOptions> options)
    {
        var query = request.Query;
        var challenge = query["hub.challenge"].ToString();
        return query["hub.mode"] == "subscribe"
            && IsSame(query["hub.verify_token"].ToString(), options.CurrentValue.VerifyToken)
            && IsHarmless(challenge)
            ? Results.Text(challenge, "text/plain", Encoding.UTF8)
            : Results.StatusCode(StatusCodes.Status403Forbidden);
    }

    /// <summary>Hashed first, so that neither content nor length shows in the time it takes.</summary>
    private static bool IsSame(string given, string? expected) =>
        !string.IsNullOrEmpty(expected)
        && CryptographicOperations.FixedTimeEquals(Hash(given), Hash(expected));

    private static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    /// <summary>WhatsApp sends digits; nothing that could be taken for a page is repeated.</summary>
    private static bool IsHarmless(string challenge) =>
        challenge.Length is > 0 and <= LongestChallenge
        && challenge.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.');
}
