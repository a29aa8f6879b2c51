using System.Net;

namespace Sigap.Bench.Drill;

/// <summary>A node of Sigap as a load balancer knows it: where webhooks and health questions go.</summary>
/// <param name="Name">Stays the node's own over every restart.</param>
internal sealed record WebhookNode(string Name, IPEndPoint Address);

/// <summary>Every node a load balancer was told of, whether it runs at the moment or not.</summary>
internal interface IWebhookNodes
{
    IReadOnlyList<WebhookNode> All { get; }
}
