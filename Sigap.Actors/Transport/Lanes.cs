using Place = (Sigap.Kernel.ConversationId Conversation, long Number);

namespace Sigap.Transport;

/// <summary>What waits to be sent, lane by lane: within a lane first come first served, each reply once.</summary>
internal sealed class Lanes
{
    private readonly LinkedList<Deliver>[] _lanes = [.. Enum.GetValues<Lane>().Select(_ => new LinkedList<Deliver>())];
    private readonly Dictionary<Place, LinkedListNode<Deliver>> _places = [];

    public bool IsEmpty => _places.Count == 0;

    public IEnumerable<Deliver> All => _places.Values.Select(node => node.Value);

    /// <summary>The next to leave; null when nothing waits.</summary>
    public Deliver? First => _lanes.FirstOrDefault(lane => lane.Count > 0)?.First!.Value;

    /// <summary>Null when it does not wait here.</summary>
    public Deliver? At(Place place) => _places.GetValueOrDefault(place)?.Value;

    public bool Has(Deliver deliver) => _places.ContainsKey(Of(deliver));

    /// <summary>One that waits already keeps its place, or gets one in the better lane; what it says now counts.</summary>
    /// <returns>What waits now.</returns>
    public Deliver Put(Deliver deliver)
    {
        if (!_places.TryGetValue(Of(deliver), out var node))
        {
            Append(deliver);
            return deliver;
        }

        var next = Next(node.Value, deliver);
        if (next.Lane < node.Value.Lane)
        {
            Remove(node);
            Append(next);
        }
        else
        {
            node.Value = next with { Lane = node.Value.Lane };
        }

        return next;
    }

    /// <summary>While an attempt waits here none after it was made: it stays the one it was.</summary>
    private static Deliver Next(Deliver waiting, Deliver now) => now.Unanswered <= waiting.Attempt
        ? now with
        {
            Attempt = waiting.Attempt,
            Unanswered = waiting.Unanswered,
            Message = now.Message with { CallbackData = waiting.Message.CallbackData },
        }
        : now;

    public Deliver? Take()
    {
        if (First is not { } first)
        {
            return null;
        }

        Remove(_places[Of(first)]);
        return first;
    }

    public void Drop(Deliver deliver)
    {
        if (_places.TryGetValue(Of(deliver), out var node))
        {
            Remove(node);
        }
    }

    /// <summary>Lets one that still waits go on in a better lane; nothing happens when it has left, or waits in one as good.</summary>
    public void Hurry(Hurry hurry)
    {
        if (_places.TryGetValue((hurry.Conversation, hurry.Number), out var node) && hurry.Lane < node.Value.Lane)
        {
            Remove(node);
            Append(node.Value with { Lane = hurry.Lane });
        }
    }

    private static Place Of(Deliver deliver) => (deliver.Conversation, deliver.Number);

    private void Append(Deliver deliver) => _places[Of(deliver)] = Lane(deliver.Lane).AddLast(deliver);

    private void Remove(LinkedListNode<Deliver> node)
    {
        node.List!.Remove(node);
        _places.Remove(Of(node.Value));
    }

    private LinkedList<Deliver> Lane(Lane lane) => _lanes[Math.Clamp((int)lane, 0, _lanes.Length - 1)];
}
