using Sigap.Kernel;
using Sigap.Transport;
using Proto = Sigap.Conversations.Wire;

namespace Sigap.Conversations;

internal static class OutcomeWire
{
    public static Proto.ReplyOutcome ToWire(ReplyOutcome outcome)
    {
        var wire = new Proto.ReplyOutcome { Conversation = outcome.Conversation.Value, Number = outcome.Number };
        if (outcome.Attempt is { } attempt)
        {
            wire.Attempt = attempt;
        }

        switch (outcome.Verdict)
        {
            case SendVerdict.Accepted accepted: wire.Accepted = accepted.Fingerprint; break;
            case SendVerdict.GivenUp givenUp:
                wire.Refused = givenUp.Code;
                wire.NeedsTemplate = givenUp.NeedsTemplate;
                break;
            case SendVerdict.Later later: wire.LaterMs = (long)later.After.TotalMilliseconds; break;
            case SendVerdict.Held held: wire.HeldMs = (long)held.After.TotalMilliseconds; break;
            case SendVerdict.Unheard unheard: wire.UnheardMs = (long)unheard.Lived.TotalMilliseconds; break;
            case SendVerdict.Unknown unknown:
                wire.Unknown = new Proto.UnknownOutcome { LongerMs = (long)unknown.Longer.TotalMilliseconds, IsLast = unknown.IsLast };
                break;
            default: throw new InvalidOperationException($"No wire form for verdict {outcome.Verdict.GetType().Name}");
        }

        return wire;
    }

    public static ReplyOutcome OutcomeFromWire(byte[] bytes)
    {
        var wire = Proto.ReplyOutcome.Parser.ParseFrom(bytes);
        SendVerdict verdict = wire.EndCase switch
        {
            Proto.ReplyOutcome.EndOneofCase.Accepted => new SendVerdict.Accepted(wire.Accepted),
            Proto.ReplyOutcome.EndOneofCase.Refused => new SendVerdict.GivenUp(wire.Refused, wire.NeedsTemplate),
            Proto.ReplyOutcome.EndOneofCase.LaterMs => new SendVerdict.Later(TimeSpan.FromMilliseconds(wire.LaterMs)),
            Proto.ReplyOutcome.EndOneofCase.HeldMs => new SendVerdict.Held(TimeSpan.FromMilliseconds(wire.HeldMs)),
            Proto.ReplyOutcome.EndOneofCase.UnheardMs => new SendVerdict.Unheard(TimeSpan.FromMilliseconds(wire.UnheardMs)),
            Proto.ReplyOutcome.EndOneofCase.Unknown =>
                new SendVerdict.Unknown(TimeSpan.FromMilliseconds(wire.Unknown.LongerMs), wire.Unknown.IsLast),
            _ => throw new InvalidDataException($"Verdict {(int)wire.EndCase} is not known here; it was sent by a newer version"),
        };
        return new ReplyOutcome(new ConversationId(wire.Conversation), wire.Number, verdict, wire.HasAttempt ? wire.Attempt : null);
    }
}
