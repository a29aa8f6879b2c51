using Akka.Actor;
using Sigap.Conversations;

namespace Sigap.Tests.Conversations.Identity;

/// <summary>Starts conversations when something is said to them, as the shard region does.</summary>
internal sealed class RegionStandIn(Func<string, IActorRef, Props> props) : UntypedActor
{
    private readonly Dictionary<string, IActorRef> _started = [];
    private readonly SortedSet<string> _ever = [];

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case IWithConversationId said:
                Started(said.Conversation.Value).Forward(said);
                break;
            case Find find:
                Sender.Tell(Started(find.Id));
                break;
            case Everybody:
                Sender.Tell((IReadOnlyList<string>)[.. _ever]);
                break;
            case Forget forget:
                _started.Remove(forget.Id);
                break;
        }
    }

    private IActorRef Started(string id)
    {
        if (!_started.TryGetValue(id, out var conversation))
        {
            _ever.Add(id);
            _started[id] = conversation = Context.ActorOf(props(id, Self));
        }

        return conversation;
    }

    public sealed record Find(string Id);

    /// <summary>Asks for the names of all that were ever started.</summary>
    public sealed record Everybody
    {
        public static readonly Everybody Ever = new();
    }

    public sealed record Forget(string Id);
}
