using System.Security.Cryptography;
using System.Text;
using Sigap.Host.Keys;
using Sigap.Kernel;

namespace Sigap.Host.Pickup;

/// <summary>Stands for an application number in the table of claims, where only equality matters.</summary>
internal sealed class ClaimKeys(MasterKey key)
{
    private const int KeptBytes = 16;
    private readonly byte[] _key = key.Derive("sigap pickup claims v1");

    public byte[] Of(ApplicationNumber number) => HMACSHA256.HashData(_key, Encoding.ASCII.GetBytes(number.Value))[..KeptBytes];
}
