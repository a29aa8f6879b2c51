using Microsoft.Extensions.Options;
using Sigap.Host.WhatsApp;

namespace Sigap.Host.Webhook;

/// <summary>Lets in as many webhooks at once as we can serve; WhatsApp keeps the others and comes back.</summary>
internal sealed class WebhookGate(IOptionsMonitor<WhatsAppOptions> options)
{
    private int _inside;

    public int Inside => Volatile.Read(ref _inside);

    public bool TryEnter()
    {
        if (Interlocked.Increment(ref _inside) <= options.CurrentValue.MaxInFlight)
        {
            return true;
        }

        Leave();
        return false;
    }

    public void Leave() => Interlocked.Decrement(ref _inside);
}
