using System.Buffers;

namespace Sigap.Host.Webhook;

/// <summary>The raw bytes of a POST, read once into a pooled buffer. Wiped when given back: they are people's messages.</summary>
internal sealed class WebhookBody : IDisposable
{
    /// <summary>WhatsApp sends 3 MB at most.</summary>
    public const int Longest = 4 * 1024 * 1024;

    private const int FirstBuffer = 16 * 1024;

    private byte[]? _buffer;
    private int _length;

    private WebhookBody(byte[] buffer) => _buffer = buffer;

    public ReadOnlyMemory<byte> Bytes => _buffer.AsMemory(0, _length);

    /// <summary>
    /// Null when the body is longer than allowed. The buffer grows with what arrives, not with what is announced.
    /// </summary>
    public static async Task<WebhookBody?> Read(Stream stream, CancellationToken cancel)
    {
        var body = new WebhookBody(ArrayPool<byte>.Shared.Rent(FirstBuffer));
        try
        {
            while (true)
            {
                if (body._length == body._buffer!.Length)
                {
                    body.Grow();
                }

                var read = await stream.ReadAsync(body._buffer.AsMemory(body._length), cancel);
                if (read == 0)
                {
                    return body;
                }

                body._length += read;
                if (body._length > Longest)
                {
                    body.Dispose();
                    return null;
                }
            }
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        if (_buffer is { } buffer)
        {
            _buffer = null;
            Return(buffer, _length);
        }
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(_buffer!.Length * 2);
        Bytes.Span.CopyTo(larger);
        Return(_buffer, _length);
        _buffer = larger;
    }

    private static void Return(byte[] buffer, int used)
    {
        buffer.AsSpan(0, used).Clear();
        ArrayPool<byte>.Shared.Return(buffer);
    }
}
