using Akka.Actor;
using Akka.Event;
using Sigap.Kernel;
using Sigap.Transport;

namespace Sigap.Conversations;

/// <summary>What follows when a status says that a reply failed: before it was known to be taken, or afterwards.</summary>
public sealed partial class ConversationActor
{
    private void Take(TellFailed failed, IActorRef caller)
    {
        if (_underWay is { } underWay && underWay.Number == failed.Reply)
        {
            // Nothing needs to be written: the status stays, and whoever doubts this reply later finds it.
            caller.Tell(FailureNoted.Now);
            if (underWay.IsAbout(failed.Attempt))
            {
                var judgement = _sending.Policy.JudgeFailed(failed.Code, failed.Attempt);
                Report(underWay, new StatusVerdict(judgement.Verdict, failed.Attempt, judgement.Reason));
                _underWay = underWay with { Attempt = failed.Attempt };
                Settle(judgement.Verdict);
            }
        }
        else if (_state.Owed.Any(owed => owed.Number == failed.Reply))
        {
            SigapMetrics.FailedSends.Add(1, SigapMetrics.How("known"));
            caller.Tell(FailureNoted.Now);
        }
        else if (_state.Sent.FirstOrDefault(sent => sent.Message == failed.Message) is { } sent && sent.CanBounce(Now))
        {
            Bounce(sent, failed, caller);
        }
        else
        {
            SigapMetrics.FailedSends.Add(1, SigapMetrics.How("late"));
            _log.Warning("Reply {Number} of conversation {Conversation} failed with code {Code}, known already or too long ago to be sent again",
                failed.Reply, _id, failed.Code ?? 0);
            caller.Tell(FailureNoted.Now);
        }
    }

    private void Bounce(SentReply sent, TellFailed failed, IActorRef caller)
    {
        var now = Now;
        var judgement = _sending.Policy.JudgeFailed(failed.Code, sent.Attempt);
        var again = SendAgain.After(judgement.Verdict, sent.Attempt, sent.Owed.Again?.Refusals ?? 0, now, IsWindowOpen(now));
        _caller = caller;
        Persist(new ReplyBounced(sent.Owed.Number, now, failed.Code ?? 0, again), bounced =>
        {
            _caller = ActorRefs.Nobody;
            _state = ConversationEvolution.Evolve(_state, bounced);
            SigapMetrics.FailedSends.Add(1, SigapMetrics.How(bounced.Again is null ? "lost" : "again"));
            _log.Warning("Reply {Number} of conversation {Conversation} was taken and failed, attempt {Attempt}: {Reason}",
                bounced.Number, _id, sent.Attempt, judgement.Reason);
            caller.Tell(FailureNoted.Now);

            StandBack();
            HandOver();
        });
    }

    /// <summary>What was not touched yet waits behind what has come in front of it.</summary>
    private void StandBack()
    {
        if (_underWay is { } underWay && _state.Owed is [var first, ..] && first.Number < underWay.Number
            && _state.Owed.FirstOrDefault(owed => owed.Number == underWay.Number) is { } owed && underWay.IsUntouched(owed))
        {
            Timers.Cancel(TryAgain.Key);
            _underWay = null;
        }
    }
}
