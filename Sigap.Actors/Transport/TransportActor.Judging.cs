using Akka.Actor;
using Akka.Event;
using Sigap.Conversations;
using Sigap.Kernel;

namespace Sigap.Transport;

/// <summary>What follows on the end of a send: for the reply, for the business number, for an operator.</summary>
public sealed partial class TransportActor
{
    private const int FirstServerError = 500;

    /// <summary>After it a conversation asks again for what waits: a transport that died in the meantime is noticed by then.</summary>
    private static readonly TimeSpan HeldTime = TimeSpan.FromSeconds(30);

    /// <summary>After it the next transport of this number takes over.</summary>
    private static readonly TimeSpan MovingTime = TimeSpan.FromSeconds(1);

    private void Judge(Sent sent)
    {
        SigapMetrics.Sends.Add(1, SigapMetrics.How(NameOf(sent.Outcome)));
        var judgement = _parts.Policy.Judge(sent.Outcome, sent.What.Attempt);
        Follow(sent, judgement);
        Report(sent, judgement);
        if (Waits(sent.Outcome, judgement))
        {
            // Behind the others: one that fails for its own sake must not be the only probe.
            _waiting.Put(sent.What);
            Hold(sent.What, HeldTime);
        }
        else if (judgement.StopsTemplate)
        {
            Hold(sent.What, HeldTime);
        }
        else
        {
            Tell(sent.What, judgement.Verdict);
        }
    }

    private void Follow(Sent sent, SendJudgement judgement)
    {
        var (wasOpen, now) = (_gate.IsOpen, Now);
        var closed = judgement switch
        {
            { StopsNumber: true } => _gate.Held(sent.Era, Closing.Stopped, _parts.Settings.StopTime, now),
            { Hold: not null } => _gate.Held(sent.Era, Closing.Held, Growing(sent.Outcome, judgement), now),
            _ => IsFailure(sent.Outcome) && _gate.Failed(sent.Era, now),
        };
        if (closed)
        {
            Closed(judgement, wasOpen, now);
        }
        else if (!IsFailure(sent.Outcome) && judgement is { StopsNumber: false, Hold: null } && _gate.Answered(sent.Era))
        {
            SendsFreely();
            _log.Info("Business number {Business} sends again", _business);
        }
    }

    /// <summary>What WhatsApp says of the number after it took a message counts as if it had refused it.</summary>
    private void Learn(SendFailed failed)
    {
        var (judgement, now) = (_parts.Policy.JudgeFailed(failed.Code, attempt: 0), Now);
        var closed = judgement switch
        {
            { StopsNumber: true } => _gate.FailedLater(Closing.Stopped, _parts.Settings.StopTime, failed.At, now),
            { Hold: { } hold } => _gate.FailedLater(Closing.Held, hold, failed.At, now),
            _ => false,
        };
        if (closed)
        {
            Closed(judgement, wasOpen: true, now);
        }
    }

    private void Closed(SendJudgement judgement, bool wasOpen, DateTimeOffset now)
    {
        if (judgement.SlowsDown)
        {
            _bucket.Halve(now);
        }

        var kind = _gate.Why == Closing.Broken ? AlertKind.SendingBroken : judgement.Alert;
        if (kind is { } alert)
        {
            SendsFreely();
            Alerts.Number(_business, alert.Name(), isStopped: true);
        }

        if (!wasOpen)
        {
            return;
        }

        if (kind is { } raised)
        {
            Alerts.Count(raised, _business.Value);
            _log.Error("Alert {Alert}: business number {Business} rests until {ProbeAt:O}, then it is probed: {Reason}. What is owed is kept",
                raised.Name(), _business, _gate.ProbeAt, judgement.Reason);
        }

        foreach (var waiting in _waiting.All)
        {
            Hold(waiting, HeldTime);
        }
    }

    /// <summary>Of a wait that follows on a wait the table says how much longer it is.</summary>
    private TimeSpan Growing(SendOutcome outcome, SendJudgement judgement) =>
        _gate.InARow == 0 ? judgement.Hold!.Value : _parts.Policy.Judge(outcome, _gate.InARow).Hold ?? judgement.Hold!.Value;

    /// <summary>It surely was not taken, and for no fault of its own: it stays here, and no attempt is lost.</summary>
    private bool Waits(SendOutcome outcome, SendJudgement judgement) =>
        judgement is { StopsNumber: true } or { Hold: not null }
        || (!_gate.IsOpen && outcome is SendOutcome.NotSent or SendOutcome.Refused { HttpStatus: >= FirstServerError });

    private void Report(Sent sent, SendJudgement judgement)
    {
        if (judgement.Verdict is not SendVerdict.Accepted)
        {
            _log.Warning("Reply {Number} of conversation {Conversation}, attempt {Attempt}: {Reason}",
                sent.What.Number, sent.What.Conversation, sent.What.Attempt, judgement.Reason);
        }

        if (judgement.StopsTemplate && sent.What.Message.Body is OutboundBody.Template template)
        {
            if (_parts.Templates.Refuse(template.Name, template.Language))
            {
                Alerts.Count(AlertKind.TemplateStopped, template.Name);
                _log.Error("Alert {Alert}: template {Template} in {Language} is not taken: {Reason}. What needs it waits",
                    AlertKind.TemplateStopped.Name(), template.Name, template.Language.Code(), judgement.Reason);
            }
        }
        else if (judgement is { Alert: AlertKind.Refused })
        {
            Alerts.Count(AlertKind.Refused, _business.Value);
        }
    }

    private void SendsFreely()
    {
        foreach (var why in new[] { AlertKind.NumberStopped, AlertKind.SendingBroken, AlertKind.Limit, AlertKind.SpamLimit })
        {
            Alerts.Number(_business, why.Name(), isStopped: false);
        }
    }

    private void Hold(Deliver deliver, TimeSpan time) => Tell(deliver, new SendVerdict.Held(time));

    private void Tell(Deliver deliver, SendVerdict verdict)
    {
        var outcome = new ReplyOutcome(deliver.Conversation, deliver.Number, verdict, deliver.Attempt);
        _taken.Remember(outcome, Now);
        _conversations().Tell(outcome);
    }

    private static bool IsFailure(SendOutcome outcome) =>
        outcome is SendOutcome.NotSent or SendOutcome.Unknown or SendOutcome.Refused { HttpStatus: >= FirstServerError };

    private static string NameOf(SendOutcome outcome) => outcome switch
    {
        SendOutcome.Accepted => "accepted",
        SendOutcome.Refused => "refused",
        SendOutcome.NotSent => "not-sent",
        _ => "unknown",
    };
}
