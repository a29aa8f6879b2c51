using System.Collections.Concurrent;
using Sigap.Bench.Load;

namespace Sigap.Bench.Drill.Crowd;

/// <summary>
/// Brings a post to the nodes as WhatsApp does: again and again with growing gaps until one answers 200, over connections that
/// are kept. Every try stands in the ledger.
/// </summary>
internal sealed class Postman(CrowdSettings settings, Balancer balancer, CrowdLedger ledger) : IDisposable
{
    /// <summary>The name of no node: none was ready.</summary>
    private const string Nobody = "none";

    private readonly ConcurrentDictionary<WebhookNode, ConcurrentBag<WebhookConnection>> _idle = new();
    private int _underWay;

    /// <summary>Posts that no node has acknowledged yet.</summary>
    public int UnderWay => Volatile.Read(ref _underWay);

    /// <param name="copies">Go out once each, to other nodes: one in four after the acknowledgement, the others together with the first try.</param>
    public async Task Deliver(Parcel parcel, int copies, CancellationToken cancel)
    {
        Interlocked.Increment(ref _underWay);
        try
        {
            var later = Enumerable.Range(0, copies).Count(_ => Random.Shared.Next(4) == 0);
            var copying = Copy(parcel, copies - later, cancel);
            var gap = settings.FirstGap;
            while (!await Try(parcel, cancel))
            {
                // Not in step: the others whose post failed at the same moment come at other ones.
                await ledger.Watch.Wait(gap * (0.75 + (Random.Shared.NextDouble() / 2)), cancel);
                gap = gap + gap < settings.LongestGap ? gap + gap : settings.LongestGap;
            }

            await copying;
            await Copy(parcel, later, cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // The drill is over; what was not acknowledged stands in the ledger as such.
        }
        finally
        {
            Interlocked.Decrement(ref _underWay);
        }
    }

    public void Dispose()
    {
        foreach (var connection in _idle.Values.SelectMany(bag => bag))
        {
            connection.Dispose();
        }
    }

    private Task Copy(Parcel parcel, int copies, CancellationToken cancel) =>
        Task.WhenAll(Enumerable.Range(0, copies).Select(_ => Try(parcel.AsCopy(), cancel)));

    /// <returns>Whether it was acknowledged.</returns>
    private async Task<bool> Try(Parcel parcel, CancellationToken cancel)
    {
        var began = ledger.Watch.Now;
        foreach (var message in parcel.Messages)
        {
            message.Posted(parcel.Number, began);
        }

        var node = balancer.Next();
        var status = node is null ? PostAttempt.NoAnswer : await Post(node, parcel, cancel);
        var ended = ledger.Watch.Now;
        ledger.Add(new PostAttempt(began, ended - began, node?.Name ?? Nobody, status, parcel.Cargo, parcel.Items));
        if (status != StatusCodes.Status200OK)
        {
            return false;
        }

        foreach (var message in parcel.Messages.Where(message => message.Acknowledged(node!.Name, ended)))
        {
            message.From.Acknowledged();
        }

        return true;
    }

    private async Task<int> Post(WebhookNode node, Parcel parcel, CancellationToken cancel)
    {
        var idle = _idle.GetOrAdd(node, _ => []);
        var connection = Connection(node, idle);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        either.CancelAfter(settings.PostTimeout);
        try
        {
            var status = await connection.Post(parcel.Request, either.Token);
            idle.Add(connection);
            return status;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            connection.Dispose();
            return PostAttempt.NoAnswer;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>A connection that the node closed while nobody used it is no failed post.</summary>
    private static WebhookConnection Connection(WebhookNode node, ConcurrentBag<WebhookConnection> idle)
    {
        while (idle.TryTake(out var connection))
        {
            if (!connection.IsClosedByServer)
            {
                return connection;
            }

            connection.Dispose();
        }

        return new WebhookConnection(node.Address);
    }
}
