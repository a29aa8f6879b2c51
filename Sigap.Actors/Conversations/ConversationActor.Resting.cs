using Akka.Actor;

namespace Sigap.Conversations;

/// <summary>
/// How sending goes over from one incarnation to the next. One that ends in good order writes down that nothing is on its
/// way; without that word the next one doubts what may have left.
/// </summary>
public sealed partial class ConversationActor
{
    private void Start()
    {
        _startedAt = Now;
        _pace = _state.Pace;
        if (_state.Rests)
        {
            // First of all: should this incarnation die, the next one must not believe the word of the one before.
            Persist(new SendingRested(_startedAt, Rests: false), written =>
            {
                _state = ConversationEvolution.Evolve(_state, written);
                HandOver();
            });
            return;
        }

        var inherited = _state.Owed.Where(MayHaveLeft).ToList();
        _inherited = [.. inherited.Select(owed => owed.Number)];
        if (inherited.Count > 0)
        {
            _pace = _pace.AfterUnseen(inherited.Min(owed => owed.DecidedAt), _startedAt, _parts.Settings);
        }

        HandOver();
    }

    /// <summary>Only the oldest is ever on its way, and not while it gathers; those that failed stand in front of it.</summary>
    private bool MayHaveLeft(OwedReply owed) => owed.Again is { } again
        ? again.NotBefore <= _startedAt
        : owed.Number == _state.Owed.First(each => each.Again is null).Number && !(owed.NotBefore > _startedAt);

    private void Leave()
    {
        if (_state.Owed.IsEmpty)
        {
            Context.Stop(Self);
        }
        else if (IsAtRest)
        {
            Persist(new SendingRested(Now, Rests: true, _pace.FullAt > Now ? _pace.FullAt : null), _ => MoveOn());
        }
        else
        {
            MoveOn();
        }
    }

    /// <summary>What is owed goes on at the next home at once, without waiting for a sweep or for the applicant to write again.</summary>
    private void MoveOn()
    {
        _conversations().Tell(new Wake(_id, _state.LastReply));
        Context.Stop(Self);
    }

    private bool IsAtRest => !_state.Rests && _inherited.IsEmpty
        && _underWay is { IsCounted: false, IsHeld: false, Doubt: null, MayHaveArrived: false, IsPossiblyTwice: false };
}
