using Akka.Actor;
using Akka.Hosting;
using Microsoft.Extensions.Options;
using Sigap.Content;
using Sigap.Host.Webhook;
using Sigap.Kernel;
using Sigap.Transport;

namespace Sigap.Host.WhatsApp;

/// <summary>
/// Tells the transports, wherever in the cluster they are, what they cannot see: how much came in, and that the access token
/// was changed. Nobody waits for it.
/// </summary>
internal sealed class TransportNews(
    IReadOnlyActorRegistry registry, IOptionsMonitor<WhatsAppOptions> options, IContentSource content, ILogger<TransportNews> log)
    : IInboundCount, IHostedService, IDisposable
{
    private IDisposable? _subscription;
    private string? _known;

    public void Count(BusinessNumberId business, int messages) => Tell(new Inbound(business, messages));

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _known = Credentials(options.CurrentValue);
        _subscription = options.OnChange(Look);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose() => _subscription?.Dispose();

    private static string Credentials(WhatsAppOptions given) => $"{given.GraphUrl} {given.GraphVersion} {given.AccessToken}";

    private void Look(WhatsAppOptions given)
    {
        var changed = Credentials(given);
        if (Interlocked.Exchange(ref _known, changed) == changed)
        {
            return;
        }

        log.LogInformation("The access token or the address of the Graph API was changed; what rests because of it is tried at once");
        foreach (var office in content.Current.Offices.Values)
        {
            Tell(new CredentialsChanged(office.BusinessNumber));
        }
    }

    /// <summary>Before the actors have started there is nothing to tell.</summary>
    private void Tell(IWithBusinessNumber news)
    {
        if (registry.TryGet<TransportRegion>(out var region))
        {
            region.Tell(news);
        }
    }
}
