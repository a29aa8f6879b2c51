using System.Net;

namespace Sigap.Bench.Drill.Stage;

/// <summary>Where a node runs, over all its restarts.</summary>
/// <param name="WebhookPort">Where WhatsApp finds it.</param>
/// <param name="ClusterPort">Where the other nodes find it.</param>
/// <param name="Within">The command that runs a program at this place; empty when any place is this place.</param>
internal sealed record NodePlace(string Name, IPAddress Address, int WebhookPort, int ClusterPort, IReadOnlyList<string> Within)
{
    public string Seed => $"akka.tcp://sigap@{Address}:{ClusterPort}";

    public WebhookNode Webhook => new(Name, new IPEndPoint(Address, WebhookPort));
}
