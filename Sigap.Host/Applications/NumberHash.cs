using System.Security.Cryptography;
using System.Text;
using Sigap.Host.Keys;
using Sigap.Kernel;

namespace Sigap.Host.Applications;

/// <summary>Stands for an application number where only equality matters.</summary>
/// <param name="purpose">Hashes for different purposes cannot be matched with each other.</param>
internal sealed class NumberHash(MasterKey key, string purpose)
{
    private const int KeptBytes = 16;
    private readonly byte[] _key = key.Derive(purpose);

    public byte[] Of(ApplicationNumber number) => HMACSHA256.HashData(_key, Encoding.ASCII.GetBytes(number.Value))[..KeptBytes];
}
