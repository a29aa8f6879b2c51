using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Sigap.Kernel;

/// <summary>64 bits of SHA-256: enough to tell the things of one conversation apart. They are in the journal, so this never changes.</summary>
internal static class Fingerprint
{
    public static ulong Of(string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        return BinaryPrimitives.ReadUInt64BigEndian(hash);
    }
}
