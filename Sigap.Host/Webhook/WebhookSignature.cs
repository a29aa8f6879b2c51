using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Sigap.Host.Webhook;

/// <summary>The proof that a body comes from WhatsApp: HMAC-SHA256 over its raw bytes with the app secret.</summary>
internal readonly struct WebhookSignature
{
    public const string Header = "X-Hub-Signature-256";
    private const string Prefix = "sha256=";

    private static readonly SearchValues<char> LowerHex = SearchValues.Create("0123456789abcdef");

    private readonly byte[] _mac;

    private WebhookSignature(byte[] mac) => _mac = mac;

    /// <summary>Null for anything but the prefix and 64 lower-case hex digits.</summary>
    public static WebhookSignature? Parse(string? header)
    {
        if (header is null || header.Length != Prefix.Length + (HMACSHA256.HashSizeInBytes * 2)
            || !header.StartsWith(Prefix, StringComparison.Ordinal)
            || header.AsSpan(Prefix.Length).ContainsAnyExcept(LowerHex))
        {
            return null;
        }

        return new WebhookSignature(Convert.FromHexString(header.AsSpan(Prefix.Length)));
    }

    /// <summary>True when any of the secrets made it. A secret that is not set made nothing.</summary>
    public bool IsOf(ReadOnlySpan<byte> body, params ReadOnlySpan<string?> secrets)
    {
        var matches = false;
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        foreach (var secret in secrets)
        {
            if (string.IsNullOrEmpty(secret))
            {
                continue;
            }

            HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body, mac);
            matches |= CryptographicOperations.FixedTimeEquals(mac, _mac);
        }

        return matches;
    }
}
