using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Sigap.Kernel;

/// <summary>
/// A WhatsApp message id (<c>wamid…</c>). Its base64 holds a phone number in clear, so it prints masked and is
/// remembered as a fingerprint only.
/// </summary>
public readonly record struct MessageId(string Value)
{
    /// <summary>64 bits of SHA-256: enough to tell the messages of one conversation apart.</summary>
    public ulong Fingerprint
    {
        get
        {
            Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
            SHA256.HashData(Encoding.UTF8.GetBytes(Value), hash);
            return BinaryPrimitives.ReadUInt64BigEndian(hash);
        }
    }

    public override string ToString() => $"message:{Fingerprint:x16}";
}
