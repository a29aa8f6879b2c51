using System.Net;
using System.Net.Sockets;

namespace Sigap.Tests.Support;

/// <summary>
/// The way to a server, as a network that can fall silent: connections stay open, new ones are accepted, and nothing comes
/// through until it speaks again. Worse than a server that is gone, for nobody is told.
/// </summary>
internal sealed class NetworkPath : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly int _target;
    private volatile TaskCompletionSource _open = Opened();

    private NetworkPath(int target) => _target = target;

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public static NetworkPath To(int port)
    {
        var path = new NetworkPath(port);
        path._listener.Start();
        _ = path.Accept();
        return path;
    }

    public void FallSilent() => _open = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void SpeakAgain() => _open.TrySetResult();

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        _open.TrySetResult();
        _stop.Dispose();
    }

    private static TaskCompletionSource Opened()
    {
        var open = new TaskCompletionSource();
        open.SetResult();
        return open;
    }

    private async Task Accept()
    {
        var stop = _stop.Token;
        try
        {
            while (true)
            {
                _ = Carry(await _listener.AcceptTcpClientAsync(stop), stop);
            }
        }
        catch (Exception over) when (over is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task Carry(TcpClient near, CancellationToken stop)
    {
        try
        {
            using (near)
            using (var far = new TcpClient())
            {
                await _open.Task.WaitAsync(stop);
                await far.ConnectAsync(IPAddress.Loopback, _target, stop);
                await Task.WhenAny(Pump(near.GetStream(), far.GetStream(), stop), Pump(far.GetStream(), near.GetStream(), stop));
            }
        }
        catch (Exception cut) when (cut is OperationCanceledException or IOException or SocketException)
        {
            // One of the two has hung up.
        }
    }

    private async Task Pump(NetworkStream from, NetworkStream to, CancellationToken stop)
    {
        var bytes = new byte[16 * 1024];
        try
        {
            while (await from.ReadAsync(bytes, stop) is > 0 and var read)
            {
                await _open.Task.WaitAsync(stop);
                await to.WriteAsync(bytes.AsMemory(0, read), stop);
            }
        }
        catch (Exception cut) when (cut is OperationCanceledException or IOException or SocketException or ObjectDisposedException)
        {
            // One of the two has hung up.
        }
    }
}
