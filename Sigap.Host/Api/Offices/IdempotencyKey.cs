using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Sigap.Kernel;

namespace Sigap.Host.Api.Offices;

/// <summary>Chosen anew by a client for everything it wants done, and sent again when it does not know whether it was done.</summary>
internal readonly record struct IdempotencyKey
{
    public const string Header = "Idempotency-Key";
    public const int Shortest = 8;
    public const int Longest = 128;

    private readonly string _value;

    private IdempotencyKey(string value) => _value = value;

    /// <returns>Null when there is none, or it is too short to be one of its kind.</returns>
    public static IdempotencyKey? Of(HttpRequest request) =>
        (string?)request.Headers[Header] is { Length: >= Shortest and <= Longest } value
            && value.All(letter => letter is > ' ' and <= '~')
            ? new IdempotencyKey(value)
            : null;

    /// <summary>
    /// The body counts too: two kiosks that happen to choose the same key must not give one person the other's ticket.
    /// </summary>
    public ulong Request(OfficeId office, PathString path, OfficeBody body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{office.Value}\n{path.Value?.ToUpperInvariant()}\n{_value}\n"));
        hash.AppendData(body.Bytes.Span);
        return BinaryPrimitives.ReadUInt64BigEndian(hash.GetHashAndReset());
    }
}
