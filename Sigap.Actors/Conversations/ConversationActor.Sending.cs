using Akka.Actor;
using Akka.Event;
using Sigap.Kernel;
using Sigap.Transport;

namespace Sigap.Conversations;

/// <summary>How what is owed leaves: oldest first, one at a time, each until it is settled.</summary>
public sealed partial class ConversationActor
{
    private UnderWay? _underWay;

    /// <summary>Sends the oldest reply owed, unless one is under way: then that one hurries, when somebody waits behind it.</summary>
    private void HandOver()
    {
        if (_state.Owed.IsEmpty)
        {
            return;
        }

        if (_underWay is not { } underWay)
        {
            Pass(new UnderWay(_state.Owed[0].Number, 0));
        }
        else if (underWay.IsCounted && BestLane < underWay.Lane)
        {
            _underWay = underWay with { Lane = BestLane };
            _transport.Tell(new Hurry(_id, underWay.Number, BestLane));
        }
    }

    /// <summary>What stands behind waits as long as the first, so the first travels as the most urgent of them.</summary>
    private Lane BestLane => _state.Owed.Min(owed => owed.Lane);

    private void Pass(UnderWay underWay)
    {
        _underWay = underWay;
        var owed = _state.Owed[0];
        var content = _parts.Content.Current;
        if (owed.ValidUntil <= Now)
        {
            Forget(owed.Number, Settlement.Expired, 0);
        }
        else if (_state.Applicant is not { } applicant || content.OfficeOf(_id.Business) is not { } office)
        {
            Forget(owed.Number, Settlement.GivenUp, 0);
        }
        else if (Wording.Letter(content, office, owed, isWindowOpen: Now < _state.WindowUntil) is not { } body)
        {
            Forget(owed.Number, Settlement.WindowClosed, 0);
        }
        else
        {
            _underWay = Begun(underWay with
            {
                Lane = BestLane,
                MayHaveArrived = false,
                IsPossiblyTwice = underWay.IsPossiblyTwice || underWay.MayHaveArrived,
            });
            var tag = new SendTag(_id, owed.Number, underWay.Attempt);
            var message = new OutboundMessage(_id.Business, applicant, body, tag.ToString());
            _transport.Tell(new Deliver(_id, owed.Number, underWay.Attempt, message, BestLane));
            Timers.StartSingleTimer(TryAgain.Key, TryAgain.Now, _parts.Settings.SettleTimeout);
        }
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

    private void Settle(SendVerdict verdict)
    {
        var underWay = _underWay!;
        switch (verdict)
        {
            case SendVerdict.Later later:
                Ended();
                _underWay = underWay with { Attempt = underWay.Attempt + 1, IsCounted = false, Doubt = null, IsLooking = false };
                Timers.StartSingleTimer(TryAgain.Key, TryAgain.Now, later.After);
                break;
            case SendVerdict.Unknown unknown:
                Await(underWay, unknown);
                break;
            case SendVerdict.Accepted accepted:
                Forget(underWay.Number, Settlement.Accepted, 0, accepted.Fingerprint);
                break;
            case SendVerdict.GivenUp givenUp:
                Forget(underWay.Number, Settlement.GivenUp, givenUp.Code);
                break;
        }
    }

    private void Forget(long number, Settlement how, int code, ulong accepted = 0) =>
        Persist(new ReplySettled(number, Now, how, accepted, code, _underWay is { IsPossiblyTwice: true }), settled =>
        {
            _state = ConversationEvolution.Evolve(_state, settled);
            Timers.Cancel(TryAgain.Key);
            Ended();
            _underWay = null;

            Report(settled);
            HandOver();
        });

    private void Report(ReplySettled settled)
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

        if (settled.As != Settlement.Accepted)
        {
            _log.Warning("Reply {Number} of conversation {Conversation} was not delivered: {How}, code {Code}",
                settled.Number, _id, settled.As, settled.Code);
        }
    }

    private sealed record UnderWay(long Number, int Attempt, bool IsCounted = false, Lane Lane = Lane.Reply)
    {
        /// <summary>Not null: its statuses are looked up before it is sent.</summary>
        public Doubt? Doubt { get; init; }

        public bool IsLooking { get; init; }

        /// <summary>No status came of the send before: the next one may be the second to arrive.</summary>
        public bool MayHaveArrived { get; init; }

        /// <summary>It was sent again although it may have arrived.</summary>
        public bool IsPossiblyTwice { get; init; }
    }

    private sealed class TryAgain : INoSerializationVerificationNeeded, IDeadLetterSuppression, INotInfluenceReceiveTimeout
    {
        public const string Key = "try-again";
        public static readonly TryAgain Now = new();
    }
}
