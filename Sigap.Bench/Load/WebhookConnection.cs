using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;

namespace Sigap.Bench.Load;

/// <summary>
/// One keep-alive connection to the webhook. Reads the status of an answer and nothing else, so that the load generator
/// leaves the processor to what is measured.
/// </summary>
internal sealed class WebhookConnection(IPEndPoint server) : IDisposable
{
    private readonly byte[] _buffer = new byte[8 * 1024];
    private Socket? _socket;

    /// <summary>The server closed it while nothing was under way.</summary>
    public bool IsClosedByServer => _socket is { } socket && socket.Poll(0, SelectMode.SelectRead);

    /// <summary>The status code; 0 when the connection broke, which WhatsApp would take for a failure too.</summary>
    public async ValueTask<int> Post(ReadOnlyMemory<byte> request, CancellationToken cancel)
    {
        try
        {
            _socket ??= await Connect(cancel);
            for (var sent = 0; sent < request.Length;)
            {
                sent += await _socket.SendAsync(request[sent..], cancel);
            }

            return await Answer(_socket, cancel);
        }
        catch (Exception broken) when (broken is SocketException or IOException)
        {
            Dispose();
            return 0;
        }
    }

    public void Dispose()
    {
        _socket?.Dispose();
        _socket = null;
    }

    private async Task<Socket> Connect(CancellationToken cancel)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(server, cancel);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private async ValueTask<int> Answer(Socket socket, CancellationToken cancel)
    {
        var filled = 0;
        while (true)
        {
            var read = await socket.ReceiveAsync(_buffer.AsMemory(filled), cancel);
            if (read == 0)
            {
                throw new IOException("the connection was closed");
            }

            filled += read;
            var end = _buffer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8);
            if (end >= 0)
            {
                return Status(_buffer.AsSpan(0, end), filled - end - 4);
            }

            if (filled == _buffer.Length)
            {
                throw new IOException("the answer's head is too long");
            }
        }
    }

    /// <summary>Sigap answers a webhook without a body; anything else ends the connection after the status is known.</summary>
    private int Status(ReadOnlySpan<byte> head, int surplus)
    {
        var isEmpty = surplus == 0 && head.IndexOf("\r\nContent-Length: 0"u8) >= 0;
        var code = "HTTP/1.1 "u8.Length;
        var status = head.Length > code && Utf8Parser.TryParse(head[code..], out int parsed, out _) ? parsed : 0;
        if (!isEmpty)
        {
            Dispose();
        }

        return status;
    }
}
