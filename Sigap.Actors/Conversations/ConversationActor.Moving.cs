using Akka.Actor;
using Akka.Event;

namespace Sigap.Conversations;

/// <summary>
/// How a conversation finds out that something is for another one, and passes it on. The journal is the directory: what a
/// conversation knows of others it has written down itself, so no table that lags behind loses or misleads a message.
/// </summary>
public sealed partial class ConversationActor
{
    /// <summary>More hops than a person changes numbers; beyond it something leads in a circle.</summary>
    private const int MostHops = 32;

    private void Place(Hear hear, IActorRef caller)
    {
        switch (Belonging.Of(_state, _id, hear.Message))
        {
            case Belonging.There there:
                PassOn(hear with { Conversation = there.To, Hops = hear.Hops + 1 }, hear.Hops, caller);
                break;
            case Belonging.Stranger { Left: var left }:
                Write(new NumberLost(left), caller, _ =>
                {
                    _log.Info("Somebody else writes from the number of conversation {Conversation}; it is heard by {Heir}", _id, left.Heir);
                    PassOn(hear with { Conversation = left.Heir, Hops = hear.Hops + 1 }, hear.Hops, caller);
                });
                break;
            default:
                Decide(new Asking(hear.Message, caller), null);
                break;
        }
    }

    private void Place(Notify notify, IActorRef caller)
    {
        if (_state.Moved is { } moved && !_state.Notices.Contains(notify.Id))
        {
            PassOn(notify with { Conversation = moved.To, Hops = notify.Hops + 1 }, notify.Hops, caller);
        }
        else
        {
            Decide(notify, caller);
        }
    }

    private object Whereabouts => _state.Moved is { } moved
        ? new MoveAnswer.Elsewhere(_id, moved.To)
        : new Whereabouts(_id, _state.FirstSentAt, _state.Applicant, AddressBook.LastLeftAt(_state));

    private void Move(MoveTo move, IActorRef caller)
    {
        switch (MoveDecider.Decide(_state, _id, move, Now))
        {
            case MoveDecision.Go { Moved: var moved }:
                Write(moved, caller, written =>
                {
                    _log.Info("Conversation {Conversation} goes on in {Other}", _id, written.To);
                    Give(written, move.Hops, caller);
                });
                break;
            case MoveDecision.Pass { Moved: var moved }:
                Give(moved, move.Hops, caller);
                break;
            case MoveDecision.Forward { To: var to }:
                PassOn(move with { Conversation = to, Hops = move.Hops + 1 }, move.Hops, caller);
                break;
            case MoveDecision.Part { Lost: var lost }:
                Write(lost, caller, _ => caller.Tell(MoveAnswer.Apart.Now));
                break;
            case MoveDecision.Stay { Answer: var answer }:
                caller.Tell(answer);
                break;
            case MoveDecision.Arrived:
                caller.Tell(Joined(PickupFile.Empty));
                break;
        }
    }

    private void Give(Moved moved, int hops, IActorRef caller) =>
        PassOn(new Inherit(moved.To, _id, moved.Estate) { Hops = hops + 1 }, hops, caller);

    private void TakeIn(Inherit inherit, IActorRef caller)
    {
        if (_state.Moved is { } moved)
        {
            PassOn(inherit with { Conversation = moved.To, Hops = inherit.Hops + 1 }, inherit.Hops, caller);
        }
        else if (_state.InheritedFrom.Contains(inherit.From))
        {
            caller.Tell(Joined(inherit.Estate.Pickup));
        }
        else
        {
            Write(new Inherited(inherit.From, _id, Now, inherit.Estate), caller, _ => caller.Tell(Joined(inherit.Estate.Pickup)));
        }
    }

    private MoveAnswer.Joined Joined(PickupFile taken) =>
        new(_id, _state.InheritedFrom, [.. PickupInheritance.DaysOf(taken).Union(PickupInheritance.DaysOf(_state.Pickup))]);

    private void Write<T>(T happened, IActorRef caller, Action<T> then)
        where T : IConversationEvent
    {
        _caller = caller;
        Persist(happened, written =>
        {
            _caller = ActorRefs.Nobody;
            _state = ConversationEvolution.Evolve(_state, written);
            then(written);
        });
    }

    private void PassOn(IConversationCommand command, int hops, IActorRef caller)
    {
        if (hops < MostHops)
        {
            _conversations().Tell(command, caller);
        }
        else
        {
            _log.Error("What was said to conversation {Conversation} was passed on {Hops} times and finds nobody", _id, hops);
            caller.Tell(CommandFailed.Now);
        }
    }
}
