using System.Security.Cryptography;
using System.Text;

namespace Sigap.Kernel;

/// <summary>Gives every conversation its name. The key must stay the same for the life of the data.</summary>
public sealed class ConversationNames
{
    internal const int KeptBytes = 15;
    private readonly byte[] _key;

    public ConversationNames(byte[] masterKey)
    {
        ArgumentNullException.ThrowIfNull(masterKey);
        _key = HKDF.DeriveKey(HashAlgorithmName.SHA256, masterKey, 32, info: "sigap conversation names v1"u8.ToArray());
    }

    public ConversationId For(BusinessNumberId business, Applicant applicant)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{business.Value}|{applicant.Key}"), hash);
        return new ConversationId($"{business.Value}.{Base64Url(hash[..KeptBytes])}");
    }

    /// <summary>The name of a conversation that knows no number; for tables also a keyed hash of the scoped id.</summary>
    public ConversationId OfScopedId(BusinessNumberId business, string scopedId) => For(business, Applicant.From(null, scopedId)!);

    internal static string Base64Url(ReadOnlySpan<byte> bytes) =>
        Convert.ToBase64String(bytes).Replace('+', '-').Replace('/', '_');
}
