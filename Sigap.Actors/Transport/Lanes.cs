namespace Sigap.Transport;

/// <summary>What waits to be sent, lane by lane: within a lane first come first served.</summary>
internal sealed class Lanes
{
    private readonly LinkedList<Deliver>[] _lanes = [.. Enum.GetValues<Lane>().Select(_ => new LinkedList<Deliver>())];

    public bool IsEmpty => _lanes.All(lane => lane.Count == 0);

    public void Add(Deliver deliver) => Of(deliver.Lane).AddLast(deliver);

    public Deliver? Take()
    {
        foreach (var lane in _lanes)
        {
            if (lane.First is { Value: var first })
            {
                lane.RemoveFirst();
                return first;
            }
        }

        return null;
    }

    /// <summary>Lets one that still waits go on in a better lane; nothing happens when it has left, or waits in one as good.</summary>
    public void Hurry(Hurry hurry)
    {
        foreach (var worse in _lanes.Skip((int)hurry.Lane + 1))
        {
            for (var node = worse.First; node is not null; node = node.Next)
            {
                if (node.Value.Conversation == hurry.Conversation && node.Value.Number == hurry.Number)
                {
                    worse.Remove(node);
                    Add(node.Value with { Lane = hurry.Lane });
                    return;
                }
            }
        }
    }

    private LinkedList<Deliver> Of(Lane lane) => _lanes[Math.Clamp((int)lane, 0, _lanes.Length - 1)];
}
