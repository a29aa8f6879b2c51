using Akka.Actor;
using Akka.Event;
using Sigap.Conversations;
using Sigap.Kernel;

namespace Sigap.Transport;

/// <summary>
/// The one sender of a business number, because WhatsApp's limits are per number. Keeps nothing durable: conversations own
/// what is owed, hand over one reply at a time, and hand it over again when they hear nothing.
/// </summary>
public sealed partial class TransportActor : UntypedActor, IWithTimers
{
    /// <summary>Courtesies under way; more are dropped.</summary>
    private const int MostReads = 16;

    private readonly BusinessNumberId _business;
    private readonly TransportParts _parts;
    private readonly Func<IActorRef> _conversations;
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly CancellationTokenSource _stopping = new();
    private readonly Lanes _waiting = new();
    private readonly HashSet<(ConversationId, long)> _underWay = [];
    private readonly TakenLately _taken = new();
    private readonly TokenBucket _bucket;
    private readonly NumberGate _gate;
    private readonly long _startedAt;
    private DateTimeOffset _wakesAt = DateTimeOffset.MaxValue;
    private bool _isLeaving;
    private int _reading;

    public TransportActor(BusinessNumberId business, TransportParts parts, Func<IActorRef> conversations)
    {
        _business = business;
        _parts = parts;
        _conversations = conversations;
        _bucket = new TokenBucket(parts.Settings.MessagesPerSecond, Now);
        _gate = new NumberGate(parts.Settings);
        _startedAt = parts.Clock.GetTimestamp();
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
                Take(deliver);
                break;
            case AskAfter ask:
                Answer(ask);
                break;
            case Hurry hurry:
                _waiting.Hurry(hurry);
                break;
            case Sent sent:
                _underWay.Remove((sent.What.Conversation, sent.What.Number));
                _parts.UnderWay.End();
                Judge(sent);
                Send();
                break;
            case SendFailed failed:
                Learn(failed);
                Send();
                break;
            case Inbound inbound:
                _bucket.Heard(inbound.Count, Now);
                break;
            case ShowRead read:
                Show(read);
                break;
            case ReadShown:
                _reading--;
                break;
            case CredentialsChanged:
                _gate.ProbeNow(Now);
                Send();
                break;
            case GoOn:
                _wakesAt = DateTimeOffset.MaxValue;
                Send();
                break;
            case Stop:
                _isLeaving = true;
                Send();
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
        foreach (var _ in _underWay)
        {
            _parts.UnderWay.End();
        }

        SendsFreely();
        base.PostStop();
    }

    private void Take(Deliver deliver)
    {
        if (_underWay.Contains((deliver.Conversation, deliver.Number)))
        {
            return;
        }

        // Whoever asks after what waits here, or hands over what has to wait, need not look whether it has left.
        var isAskedAfter = _waiting.Has(deliver);
        var waiting = _waiting.Put(deliver);
        if (isAskedAfter || !_gate.IsOpen)
        {
            Hold(waiting, HeldTime);
        }

        Send();
    }

    private void Answer(AskAfter ask)
    {
        var place = (ask.Conversation, ask.Number);
        if (_underWay.Contains(place))
        {
            return;
        }

        if (_waiting.At(place) is { } waiting)
        {
            Hold(waiting, HeldTime);
        }
        else
        {
            _conversations().Tell(_taken.Find(place, ask.Attempt, Now)
                ?? new ReplyOutcome(ask.Conversation, ask.Number, new SendVerdict.Unheard(_parts.Clock.GetElapsedTime(_startedAt)), ask.Attempt));
        }
    }

    private void Send()
    {
        if (_isLeaving || _parts.UnderWay.IsStopping)
        {
            HandBack();
            return;
        }

        while (_underWay.Count < _parts.Settings.Concurrency && _waiting.First is { } next)
        {
            var now = Now;
            if (!_gate.MayStart(now))
            {
                WakeAt(_gate.ProbeAt, now);
                return;
            }

            if (GiveBack(next, now))
            {
                continue;
            }

            if (!_bucket.TryTake(now))
            {
                WakeAt(now + _bucket.Wait, now);
                return;
            }

            Send(_waiting.Take()!);
        }
    }

    private void Send(Deliver deliver)
    {
        var era = _gate.Begin();
        _underWay.Add((deliver.Conversation, deliver.Number));
        _parts.UnderWay.Begin();
        _parts.Gateway.Send(deliver.Message, _stopping.Token).PipeTo(
            Self,
            success: outcome => new Sent(deliver, outcome, era),
            failure: failure => new Sent(deliver, new SendOutcome.Unknown(failure.GetType().Name), era));
    }

    /// <summary>What must not leave as it is goes back to its conversation, which words it anew, or waits.</summary>
    private bool GiveBack(Deliver deliver, DateTimeOffset now)
    {
        var isOver = deliver.Until <= now;
        if (!isOver && MaySend(deliver.Message.Body))
        {
            return false;
        }

        _waiting.Drop(deliver);
        Hold(deliver, isOver ? TimeSpan.Zero : HeldTime);
        return true;
    }

    private bool MaySend(OutboundBody body) =>
        body is not OutboundBody.Template template || _parts.Templates.MayBeSent(template.Name, template.Language);

    /// <summary>A transport that leaves sends nothing new: cut off in the middle, it would be sent again. What is on its way may end.</summary>
    private void HandBack()
    {
        while (_waiting.Take() is { } deliver)
        {
            Hold(deliver, MovingTime);
        }

        if (_isLeaving && _underWay.Count == 0)
        {
            Context.Stop(Self);
        }
    }

    /// <summary>One timer, set to the earliest moment anything waits for.</summary>
    private void WakeAt(DateTimeOffset at, DateTimeOffset now)
    {
        if (at > now && at < _wakesAt)
        {
            _wakesAt = at;
            var time = at - now;
            Timers.StartSingleTimer(GoOn.Key, GoOn.Now, time > TimeSpan.FromMilliseconds(1) ? time : TimeSpan.FromMilliseconds(1));
        }
    }

    private void Show(ShowRead read)
    {
        if (_reading >= MostReads || !_gate.IsOpen || !_waiting.IsEmpty || _bucket.IsLow(Now))
        {
            return;
        }

        _reading++;
        _parts.Gateway.MarkRead(read.Business, read.Message, read.Typing, _stopping.Token)
            .PipeTo(Self, success: () => ReadShown.Now, failure: _ => ReadShown.Now);
    }

    /// <param name="Era">Of the gate, when it began.</param>
    private sealed record Sent(Deliver What, SendOutcome Outcome, int Era) : INoSerializationVerificationNeeded, IDeadLetterSuppression;

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
