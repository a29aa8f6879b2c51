using Akka.Actor;

namespace Sigap.Host.Cluster;

/// <summary>
/// Begins a stop so that no request fails by it: the node says that it is not ready, and goes on serving until whoever
/// spreads the requests has noticed. Only then the server, and after it the actors, begin to stop.
/// </summary>
internal sealed class Leaving(NodeOptions node, TimeProvider clock, IServiceProvider services, IHostApplicationLifetime lifetime)
    : IHostedLifecycleService
{
    private ActorSystem? _started;
    private volatile bool _isTold;

    public bool HasBegun => _isTold || lifetime.ApplicationStopping.IsCancellationRequested;

    /// <summary>Answers end their connection, so that the next request of a client that keeps them comes to another node.</summary>
    public Task EndConnections(HttpContext context, RequestDelegate next)
    {
        if (HasBegun && HttpProtocol.IsHttp11(context.Request.Protocol))
        {
            context.Response.Headers.Connection = "close";
        }

        return next(context);
    }

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        _started = services.GetRequiredService<ActorSystem>();
        return Task.CompletedTask;
    }

    /// <summary>Comes before the stop of anything else.</summary>
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        _isTold = true;

        // A node the others took out has nothing to hand over, and its successor waits for it to be gone.
        if (_started is { } system && CoordinatedShutdown.Get(system).ShutdownReason is null)
        {
            // A process that stood still meanwhile has used up its time to stop: it goes on to its end.
            await Task.Delay(node.TimeToLeave, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
