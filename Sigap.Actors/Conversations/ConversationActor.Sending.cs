using Akka.Actor;
using Akka.Event;
using Sigap.Kernel;
using Sigap.Transport;

namespace Sigap.Conversations;

/// <summary>How what is owed leaves: oldest first, one at a time, each until it is settled.</summary>
public sealed partial class ConversationActor
{
    /// <summary>A silent transport is asked after so many times the usual wait at most: it may have a long queue.</summary>
    private const int LongestSilence = 8;

    /// <summary>A send takes a part of it. What was handed over while shards moved may have been dropped on its way.</summary>
    private static readonly TimeSpan AskTime = TimeSpan.FromSeconds(2);

    private UnderWay? _underWay;

    /// <summary>With everything handed over by this incarnation, settled or not.</summary>
    private PairPace _pace = PairPace.Rested;

    /// <summary>Takes up the oldest reply owed, unless one is under way: then that one hurries, when somebody waits behind it.</summary>
    private void HandOver()
    {
        if (_state.Owed.IsEmpty)
        {
            return;
        }

        if (_underWay is not { } underWay)
        {
            if (!Gathers(_state.Owed[0]))
            {
                TakeUp(_state.Owed[0]);
            }
        }
        else if (underWay.IsCounted && BestLane < underWay.Lane)
        {
            _underWay = underWay with { Lane = BestLane };
            _transport.Tell(new Hurry(_id, underWay.Number, BestLane));
        }
        else if (underWay.IsHeld && BestLane < underWay.Lane)
        {
            Pass(underWay);
        }
    }

    /// <summary>It waits for replies to further late messages, which would take its place.</summary>
    private bool Gathers(OwedReply owed)
    {
        if (owed.NotBefore is not { } until || until <= Now)
        {
            return false;
        }

        Timers.StartSingleTimer(Gathered.Key, Gathered.Now, until - Now);
        return true;
    }

    /// <summary>What stands behind waits as long as the first, so the first travels as the most urgent of them.</summary>
    private Lane BestLane => _state.Owed.Min(owed => owed.Lane);

    private void Pass(UnderWay underWay)
    {
        if (_state.Owed.FirstOrDefault(owed => owed.Number == underWay.Number) is not { } owed)
        {
            // Another took its place while it waited.
            _underWay = null;
            HandOver();
            return;
        }

        _underWay = underWay;
        var now = Now;
        var content = _parts.Content.Current;
        if (owed.ValidUntil <= now)
        {
            Forget(owed, Settlement.Expired, 0);
        }
        else if (_state.Applicant is not { } applicant || content.OfficeOf(_id.Business) is not { } office)
        {
            Forget(owed, Settlement.GivenUp, 0);
        }
        else if (owed.Again?.NotBefore > now)
        {
            Hold(underWay, owed.Again.NotBefore - now);
        }
        else if (Wording.Letter(content, office, owed, IsFree(underWay, now)) is not { } body)
        {
            Forget(owed, Settlement.WindowClosed, 0);
        }
        else if (_pace.Wait(now, _parts.Settings) is var wait && wait > TimeSpan.Zero)
        {
            Hold(underWay, wait);
        }
        else if (!_parts.UnderWay.IsStopping)
        {
            // On a node that stops it stays here: what is handed over while shards move may be dropped on its way. It leaves
            // from the conversation's next home, without doubt.
            var tag = new SendTag(_id, owed.Number, underWay.Attempt);
            Send(underWay, new OutboundMessage(_id.Business, applicant, body, tag.ToString()), Until(owed, body));
        }
    }

    /// <summary>Whether anything may be written, and not only what was approved beforehand.</summary>
    private bool IsFree(UnderWay underWay, DateTimeOffset now) =>
        IsWindowOpen(now) && underWay.Refusals < SendAgain.OnlyTemplate;

    private bool IsWindowOpen(DateTimeOffset now) => _parts.Settings.MayWriteFreely(_state.WindowUntil, now);

    private void Hold(UnderWay underWay, TimeSpan time)
    {
        _underWay = underWay;
        Timers.StartSingleTimer(TryAgain.Key, TryAgain.Now, time);
    }

    private void Send(UnderWay underWay, OutboundMessage message, DateTimeOffset? until)
    {
        _pace = _pace.After(Now, _parts.Settings.PairInterval);
        _underWay = Begun(underWay with
        {
            Lane = BestLane,
            HandedOverAt = _parts.Clock.GetTimestamp(),
            IsHeld = false,
            MayHaveArrived = false,
            WasPossiblyTwice = underWay.IsPossiblyTwice,
            IsPossiblyTwice = underWay.IsPossiblyTwice || underWay.MayHaveArrived,
        });
        _transport.Tell(new Deliver(_id, underWay.Number, underWay.Attempt, message, BestLane, underWay.Unanswered) { Until = until });
        Timers.StartSingleTimer(TryAgain.Key, TryAgain.Now, Patience(underWay));
        Timers.StartSingleTimer(IsItThere.Key, IsItThere.Now, AskTime);
    }

    private TimeSpan Patience(UnderWay underWay)
    {
        var silences = underWay.Attempt - underWay.Unanswered ?? 0;
        return _parts.Settings.SettleTimeout * Math.Min(LongestSilence, 1 << Math.Min(silences, 30));
    }

    /// <summary>In the hands of the transport it ages: then it is worded anew as a template, or not sent at all.</summary>
    private DateTimeOffset? Until(OwedReply owed, OutboundBody body)
    {
        if (body is OutboundBody.Template)
        {
            return owed.ValidUntil;
        }

        var latest = _state.WindowUntil - _parts.Settings.WindowMargin;
        return owed.ValidUntil < latest ? owed.ValidUntil : latest;
    }

    /// <summary>Counts a reply that goes to the transport; one that waits for its next try is not with it.</summary>
    private UnderWay Begun(UnderWay underWay)
    {
        if (!underWay.IsCounted)
        {
            _parts.UnderWay.Begin();
        }

        return underWay with { IsCounted = true };
    }

    private void Ended()
    {
        if (_underWay is { IsCounted: true })
        {
            _underWay = _underWay with { IsCounted = false };
            _parts.UnderWay.End();
        }
    }

    private void Learn(UnderWay underWay, ReplyOutcome outcome)
    {
        var attempt = outcome.Attempt ?? underWay.Attempt;
        if (!underWay.IsAbout(attempt))
        {
            return;
        }

        if (outcome.Verdict is SendVerdict.Unheard unheard)
        {
            Learn(underWay, attempt, unheard);
            return;
        }

        // The transport still had an earlier one: what was handed over after it did not leave.
        var isEarlier = attempt < underWay.Attempt;
        _underWay = underWay with
        {
            Attempt = attempt,
            IsPossiblyTwice = isEarlier ? underWay.WasPossiblyTwice : underWay.IsPossiblyTwice,
        };
        Settle(outcome.Verdict);
    }

    private void Settle(SendVerdict verdict)
    {
        var underWay = _underWay! with { Doubt = null, IsLooking = false, Unanswered = null };
        _underWay = underWay;
        _inherited = _inherited.Remove(underWay.Number);
        if (_state.Owed.FirstOrDefault(owed => owed.Number == underWay.Number) is not { } owed)
        {
            Ended();
            _underWay = null;
            HandOver();
            return;
        }

        var now = Now;
        switch (verdict)
        {
            case SendVerdict.Accepted accepted:
                Forget(owed, Settlement.Accepted, 0, accepted.Fingerprint);
                break;
            case SendVerdict.Held held:
                // It may leave from there at any time: the next handing over must not make it leave once more.
                Ended();
                Hold(underWay with { IsCounted = false, IsHeld = true, Unanswered = underWay.Attempt }, held.After);
                break;
            case SendVerdict.Unknown unknown:
                Ended();
                Await(underWay with { IsCounted = false }, unknown);
                break;
            case var failed when SendAgain.After(failed, underWay.Attempt, underWay.Refusals, now, IsWindowOpen(now)) is { } again:
                Ended();
                Hold(underWay with { IsCounted = false, Attempt = again.Attempt, Refusals = again.Refusals }, again.NotBefore - now);
                break;
            case SendVerdict.GivenUp givenUp:
                Forget(owed, Settlement.GivenUp, givenUp.Code);
                break;
        }
    }

    private void Forget(OwedReply owed, Settlement how, int code, ulong accepted = 0)
    {
        var now = Now;
        var settled = new ReplySettled(
            owed.Number,
            now,
            how,
            accepted,
            code,
            _underWay is { IsPossiblyTwice: true },
            _underWay?.Attempt ?? 0,
            _pace.FullAt > now ? _pace.FullAt.AsOnWire() : null);
        Persist(settled, written =>
        {
            _state = ConversationEvolution.Evolve(_state, written);
            Timers.Cancel(TryAgain.Key);
            Timers.Cancel(IsItThere.Key);
            Ended();
            _underWay = null;

            Report(written, isNotice: owed.ValidUntil is not null);
            HandOver();
        });
    }

    private void Report(ReplySettled settled, bool isNotice)
    {
        SigapMetrics.Settled.Add(1, SigapMetrics.How(settled.As switch
        {
            Settlement.Accepted => "accepted",
            Settlement.WindowClosed => "window-closed",
            Settlement.Expired => "expired",
            _ => "given-up",
        }));
        if (settled.PossiblyTwice)
        {
            SigapMetrics.PossiblyDuplicated.Add(1);
        }

        if (settled.As == Settlement.Accepted)
        {
            return;
        }

        // A notice nobody asked for may come to nothing: some have no template on purpose.
        var isExpected = isNotice && settled.As is (Settlement.WindowClosed or Settlement.Expired);
        if (isExpected)
        {
            _log.Info("Reply {Number} of conversation {Conversation} came to nothing: {How}", settled.Number, _id, settled.As);
        }
        else
        {
            _log.Warning("Reply {Number} of conversation {Conversation} was not delivered: {How}, code {Code}",
                settled.Number, _id, settled.As, settled.Code);
        }
    }

    private sealed class Gathered : INoSerializationVerificationNeeded, IDeadLetterSuppression, INotInfluenceReceiveTimeout
    {
        public const string Key = "gathered";
        public static readonly Gathered Now = new();
    }

    private sealed class TryAgain : INoSerializationVerificationNeeded, IDeadLetterSuppression, INotInfluenceReceiveTimeout
    {
        public const string Key = "try-again";
        public static readonly TryAgain Now = new();
    }
}
