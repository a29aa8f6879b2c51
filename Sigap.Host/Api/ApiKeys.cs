using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Sigap.Host.Api;

/// <summary>
/// Tells who holds a key. Keys are long and random, so a plain hash is enough to keep; they may be changed while Sigap runs.
/// </summary>
public sealed class ApiKeys(IOptionsMonitor<ApiOptions> options)
{
    public const string Header = "X-Api-Key";
    private const int KeyBytes = 32;
    private const int LongestKey = 512;

    /// <summary>A new key and the hash to put into the settings.</summary>
    public static GeneratedApiKey Generate()
    {
        var key = "sigap_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeyBytes));
        return new GeneratedApiKey(key, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key))));
    }

    /// <summary>The name of the key's user; null when nobody has this key. Takes as long for the first user as for the last.</summary>
    internal string? NameOf(string? key)
    {
        if (string.IsNullOrEmpty(key) || key.Length > LongestKey)
        {
            return null;
        }

        var given = SHA256.HashData(Encoding.UTF8.GetBytes(key));
        string? name = null;
        foreach (var known in options.CurrentValue.Keys)
        {
            if (known.Sha256 is { Length: 64 } hash && CryptographicOperations.FixedTimeEquals(given, Convert.FromHexString(hash)))
            {
                name = known.Name;
            }
        }

        return name;
    }
}

/// <param name="Key">Shown once, to whoever will use it.</param>
/// <param name="Sha256">For <c>Api:Keys:0:Sha256</c>.</param>
public sealed record GeneratedApiKey(string Key, string Sha256)
{
    public override string ToString() => "api key";
}
