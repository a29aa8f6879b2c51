using Akka.Actor;
using Akka.Event;
using Sigap.Conversations;
using Sigap.Kernel;

namespace Sigap.Transport;

/// <summary>
/// The one sender of a business number, because WhatsApp's limits are per number. Keeps nothing durable: conversations own
/// what is owed, hand over one reply at a time, and hand it over again when they hear nothing.
/// </summary>
public sealed class TransportActor : UntypedActor, IWithTimers
{
    /// <summary>Courtesies under way; more are dropped.</summary>
    private const int MostReads = 16;

    private readonly TransportParts _parts;
    private readonly Func<IActorRef> _conversations;
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly CancellationTokenSource _stopping = new();
    private readonly Lanes _waiting = new();
    private readonly HashSet<(ConversationId, long)> _known = [];
    private readonly TakenLately _taken = new();
    private readonly TokenBucket _bucket;
    private int _sending;
    private int _reading;
    private DateTimeOffset _stoppedUntil = DateTimeOffset.MinValue;

    public TransportActor(TransportParts parts, Func<IActorRef> conversations)
    {
        _parts = parts;
        _conversations = conversations;
        _bucket = new TokenBucket(parts.Settings.MessagesPerSecond, Now);
    }

    public ITimerScheduler Timers { get; set; } = null!;

    private DateTimeOffset Now => _parts.Clock.GetUtcNow();

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case Deliver deliver when _taken.Find(deliver, Now) is { } outcome:
                _conversations().Tell(outcome);
                break;
            case Deliver deliver:
                if (_known.Add((deliver.Conversation, deliver.Number)))
                {
                    _waiting.Add(deliver);
                    Send();
                }

                break;
            case Hurry hurry:
                _waiting.Hurry(hurry);
                break;
            case Sent sent:
                _sending--;
                _known.Remove((sent.What.Conversation, sent.What.Number));
                Report(sent);
                Send();
                break;
            case ShowRead read:
                Show(read);
                break;
            case ReadShown:
                _reading--;
                break;
            case GoOn:
                Send();
                break;
            case Stop:
                Context.Stop(Self);
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    protected override void PostStop()
    {
        _stopping.Cancel();
        _stopping.Dispose();
        base.PostStop();
    }

    private void Send()
    {
        if (_parts.UnderWay.IsStopping)
        {
            HandBack();
            return;
        }

        while (!_waiting.IsEmpty && _sending < _parts.Settings.Concurrency)
        {
            var now = Now;
            if (now < _stoppedUntil)
            {
                Wait(_stoppedUntil - now);
                return;
            }

            if (!_bucket.TryTake(now))
            {
                Wait(_bucket.Wait);
                return;
            }

            var deliver = _waiting.Take()!;
            _sending++;
            _parts.Gateway.Send(deliver.Message, _stopping.Token).PipeTo(
                Self,
                success: outcome => new Sent(deliver, outcome),
                failure: failure => new Sent(deliver, new SendOutcome.Unknown(failure.GetType().Name)));
        }
    }

    /// <summary>A process that stops sends nothing new: cut off in the middle, it would be sent again.</summary>
    private void HandBack()
    {
        while (_waiting.Take() is { } deliver)
        {
            _known.Remove((deliver.Conversation, deliver.Number));
            _conversations().Tell(new ReplyOutcome(
                deliver.Conversation, deliver.Number, new SendVerdict.Later(_parts.Settings.StopTime), deliver.Attempt));
        }
    }

    private void Wait(TimeSpan time)
    {
        if (!Timers.IsTimerActive(GoOn.Key))
        {
            Timers.StartSingleTimer(GoOn.Key, GoOn.Now, time > TimeSpan.FromMilliseconds(1) ? time : TimeSpan.FromMilliseconds(1));
        }
    }

    private void Report(Sent sent)
    {
        var judgement = _parts.Policy.Judge(sent.Outcome, sent.What.Attempt);
        SigapMetrics.Sends.Add(1, SigapMetrics.How(NameOf(sent.Outcome)));
        if (judgement.StopsNumber)
        {
            _stoppedUntil = Now + _parts.Settings.StopTime;
            _log.Error("Sending on business number {Business} stops for {StopTime}: {Reason}. What is owed is kept",
                sent.What.Business, _parts.Settings.StopTime, judgement.Reason);
        }
        else if (judgement.Verdict is not SendVerdict.Accepted)
        {
            _log.Warning("Reply {Number} of conversation {Conversation}, attempt {Attempt}: {Reason}",
                sent.What.Number, sent.What.Conversation, sent.What.Attempt, judgement.Reason);
        }

        var outcome = new ReplyOutcome(sent.What.Conversation, sent.What.Number, judgement.Verdict, sent.What.Attempt);
        _taken.Remember(outcome, Now);
        _conversations().Tell(outcome);
    }

    private void Show(ShowRead read)
    {
        if (_reading >= MostReads || Now < _stoppedUntil)
        {
            return;
        }

        _reading++;
        _parts.Gateway.MarkRead(read.Business, read.Message, read.Typing, _stopping.Token)
            .PipeTo(Self, success: () => ReadShown.Now, failure: _ => ReadShown.Now);
    }

    private static string NameOf(SendOutcome outcome) => outcome switch
    {
        SendOutcome.Accepted => "accepted",
        SendOutcome.Refused => "refused",
        SendOutcome.NotSent => "not-sent",
        _ => "unknown",
    };

    private sealed record Sent(Deliver What, SendOutcome Outcome) : INoSerializationVerificationNeeded, IDeadLetterSuppression;

    private sealed class ReadShown : INoSerializationVerificationNeeded, IDeadLetterSuppression
    {
        public static readonly ReadShown Now = new();
    }

    private sealed class GoOn : INoSerializationVerificationNeeded, IDeadLetterSuppression
    {
        public const string Key = "go-on";
        public static readonly GoOn Now = new();
    }
}
