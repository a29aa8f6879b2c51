namespace Sigap.Host.Keys;

/// <summary>Where the master key is: section <c>Keys</c>. One of the two; the key itself wins over the file's default.</summary>
public sealed class KeysOptions
{
    public const string Section = "Keys";
    public const string DefaultFile = "data/master.key";

    /// <summary>32 bytes in base64, for an environment that keeps secrets: <c>Keys__MasterKey</c>.</summary>
    public string? MasterKey { get; set; }

    /// <summary>A file that holds the 32 bytes in base64.</summary>
    public string? MasterKeyFile { get; set; }
}
