using System.Security.Cryptography;
using Sigap.Host.Storage;

namespace Sigap.Host.Keys;

/// <summary>
/// The 32 bytes every other key is derived from: the names of conversations, the hashes of application numbers. The data
/// is only readable with the key it was written with, so losing it is losing the data. Never printed.
/// </summary>
public sealed class MasterKey
{
    public const int Bytes = 32;
    private readonly byte[] _bytes;

    public MasterKey(byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        ArgumentOutOfRangeException.ThrowIfNotEqual(bytes.Length, Bytes);
        _bytes = [.. bytes];
    }

    /// <summary>Tells keys apart without telling anything about them.</summary>
    public string Fingerprint => Convert.ToHexStringLower(Derive("sigap master key check v1")[..8]);

    /// <summary>A copy, for whoever derives keys by its own rule.</summary>
    public byte[] ToArray() => [.. _bytes];

    /// <summary>A key for one purpose: knowing it tells nothing about the others.</summary>
    public byte[] Derive(string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, _bytes, Bytes, info: System.Text.Encoding.UTF8.GetBytes(purpose));

    public override string ToString() => "master key";

    /// <param name="mayMake">A new key is only made where nothing was written with another one yet.</param>
    /// <exception cref="CannotStartException">The key is missing, unreadable or not a key: the message says what to do.</exception>
    public static MasterKey Load(KeysOptions options, bool mayMake)
    {
        if (!string.IsNullOrWhiteSpace(options.MasterKey))
        {
            return string.IsNullOrWhiteSpace(options.MasterKeyFile)
                ? Decode(options.MasterKey) ?? throw new CannotStartException(
                    $"Keys:MasterKey is not {Bytes} bytes in base64. Make one with: openssl rand -base64 {Bytes}")
                : throw new CannotStartException(
                    "Keys:MasterKey and Keys:MasterKeyFile are both set. Remove the one that is not meant.");
        }

        var file = Path.GetFullPath(options.MasterKeyFile ?? KeysOptions.DefaultFile);
        if (!File.Exists(file))
        {
            return mayMake ? Make(file) : throw new CannotStartException(
                $"The master key file {file} (Keys:MasterKeyFile) is not there, and data written with it is or will be. " +
                $"Put the file back from its backup. For a new installation make one: openssl rand -base64 {Bytes} > {file}");
        }

        return Decode(Content(file)) ?? throw new CannotStartException(
            $"The master key file {file} (Keys:MasterKeyFile) does not hold {Bytes} bytes in base64. " +
            "Put the right file back from its backup.");
    }

    private static MasterKey Make(string file)
    {
        var bytes = RandomNumberGenerator.GetBytes(Bytes);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using var stream = new FileStream(file, options);
            stream.Write(System.Text.Encoding.ASCII.GetBytes(Convert.ToBase64String(bytes) + "\n"));
            stream.Flush(flushToDisk: true);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new CannotStartException(
                $"The master key file {file} (Keys:MasterKeyFile) cannot be made: {refused.Message} Give the user Sigap " +
                "runs as write access to its folder, or name another file.", refused);
        }

        return new MasterKey(bytes);
    }

    private static string Content(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new CannotStartException(
                $"The master key file {file} (Keys:MasterKeyFile) cannot be read: {refused.Message} Give the user Sigap " +
                "runs as read access to it.", refused);
        }
    }

    private static MasterKey? Decode(string text)
    {
        var bytes = new byte[Bytes];
        return Convert.TryFromBase64String(text.Trim(), bytes, out var written) && written == Bytes ? new MasterKey(bytes) : null;
    }
}
