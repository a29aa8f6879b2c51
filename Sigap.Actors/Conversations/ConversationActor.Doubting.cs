using System.Collections.Immutable;
using Akka.Actor;
using Akka.Event;
using Sigap.Kernel;
using Sigap.Transport;

namespace Sigap.Conversations;

/// <summary>How a reply that may have left already is kept from leaving twice: its statuses are looked up first.</summary>
public sealed partial class ConversationActor
{
    /// <summary>What an earlier incarnation may have sent.</summary>
    private ImmutableArray<long> _inherited = [];

    private DateTimeOffset _startedAt;

    private void TakeUp(OwedReply owed)
    {
        var underWay = UnderWay.Of(owed);
        if (!_inherited.Contains(owed.Number))
        {
            Pass(underWay);
            return;
        }

        Look(underWay, Doubt.Inherited(_startedAt + _parts.Settings.RestartWait - Now));
    }

    /// <summary>The pause is over.</summary>
    private void GoOn(UnderWay underWay)
    {
        if (underWay.Doubt is { } doubt)
        {
            Look(underWay, doubt);
        }
        else if (underWay.IsCounted)
        {
            Look(underWay, Doubt.Silent);
        }
        else
        {
            Pass(underWay);
        }
    }

    private void Await(UnderWay underWay, SendVerdict.Unknown unknown)
    {
        var doubt = Doubt.Told(_parts.Settings.UnknownWait + unknown.Longer, unknown.IsLast);
        LookLater(underWay, doubt, doubt.Waited);
    }

    private void LookLater(UnderWay underWay, Doubt doubt, TimeSpan after) =>
        Hold(underWay with { Doubt = doubt, IsLooking = false }, after);

    private void Look(UnderWay underWay, Doubt doubt)
    {
        _underWay = underWay with { Doubt = doubt, IsLooking = true };
        LookUp(_id, underWay.Number, _sending.Statuses, _parts).PipeTo(
            Self,
            success: told => new Looked(underWay.Number, told, null),
            failure: failure => new Looked(underWay.Number, [], failure));
    }

    private static async Task<ImmutableArray<AttemptStatus>> LookUp(
        ConversationId id, long reply, IDeliveryStatuses statuses, ConversationParts parts)
    {
        using var timeout = new CancellationTokenSource(parts.Settings.AnswerTimeout, parts.Clock);
        return await statuses.Of(id, reply, timeout.Token).WaitAsync(timeout.Token).ConfigureAwait(false);
    }

    private void Learn(UnderWay underWay, Doubt doubt, Looked looked)
    {
        if (looked.Failure is not null)
        {
            // The journal lies in the same database: while it cannot be read, an answer could not be written down either.
            _log.Warning(
                "The statuses of reply {Number} of conversation {Conversation} could not be read ({Failure}); looking again",
                underWay.Number, _id, looked.Failure.GetType().Name);
            LookLater(underWay, doubt, _parts.Settings.AnswerTimeout);
        }
        else if (StatusVerdict.Of(looked.Told, underWay.Attempt, _sending.Policy) is { } verdict)
        {
            Report(underWay, verdict);
            _underWay = underWay with { Attempt = verdict.Attempt };
            Settle(verdict.Verdict);
        }
        else if (!doubt.IsOver)
        {
            var longer = doubt.Longer();
            LookLater(underWay, longer, longer.Waited - doubt.Waited);
        }
        else
        {
            Conclude(underWay with { Doubt = null, IsLooking = false }, doubt);
        }
    }

    /// <summary>No status came.</summary>
    private void Conclude(UnderWay underWay, Doubt doubt)
    {
        _inherited = _inherited.Remove(underWay.Number);
        if (doubt.IsLast && _state.Owed.FirstOrDefault(owed => owed.Number == underWay.Number) is { } owed)
        {
            _underWay = underWay;
            Forget(owed, Settlement.GivenUp, 0);
            return;
        }

        _log.Warning(
            "Of reply {Number} of conversation {Conversation}, attempt {Attempt}, no status came; it is handed over again",
            underWay.Number, _id, underWay.Attempt);
        Pass(underWay with
        {
            Attempt = underWay.Attempt + 1,
            MayHaveArrived = true,
            Unanswered = doubt.IsTold ? null : underWay.Unanswered ?? underWay.Attempt,
        });
    }

    /// <summary>
    /// A transport that was there before the reply was handed over would know it, had it come: it was lost on its way. A younger
    /// one cannot say what the one before it sent.
    /// </summary>
    private void Learn(UnderWay underWay, int attempt, SendVerdict.Unheard unheard)
    {
        if (underWay is not { IsCounted: true, Doubt: null } || underWay.Attempt != attempt)
        {
            return;
        }

        var age = _parts.Clock.GetElapsedTime(underWay.HandedOverAt);
        Ended();
        if (unheard.Lived > age)
        {
            Pass(underWay with { IsCounted = false, Unanswered = underWay.Unanswered ?? attempt });
        }
        else
        {
            Look(underWay with { IsCounted = false }, Doubt.Inherited(_parts.Settings.RestartWait - age));
        }
    }

    private void Report(UnderWay underWay, StatusVerdict verdict)
    {
        if (verdict.Verdict is SendVerdict.Accepted)
        {
            _log.Info("Reply {Number} of conversation {Conversation} left already, as a status of its attempt {Attempt} says",
                underWay.Number, _id, verdict.Attempt);
        }
        else
        {
            _log.Warning("Reply {Number} of conversation {Conversation}, attempt {Attempt}: {Reason}",
                underWay.Number, _id, verdict.Attempt, verdict.Reason);
        }
    }

    private sealed record Looked(long Number, ImmutableArray<AttemptStatus> Told, Exception? Failure)
        : INoSerializationVerificationNeeded, IDeadLetterSuppression;

    private sealed class IsItThere : INoSerializationVerificationNeeded, IDeadLetterSuppression, INotInfluenceReceiveTimeout
    {
        public const string Key = "is-it-there";
        public static readonly IsItThere Now = new();
    }
}
