namespace Sigap.Conversations;

/// <summary>Events make state. Total and clockless: the same events give the same conversation for ever.</summary>
public static class ConversationEvolution
{
    /// <summary>WhatsApp lets us answer freely this long after the applicant's last message.</summary>
    public static readonly TimeSpan AnswerWindow = TimeSpan.FromHours(24);

    public static Conversation Evolve(Conversation c, IConversationEvent happened) => happened switch
    {
        TurnTaken turn => After(c, turn),
        NoticeTaken notice => After(c, notice),
        ReplySettled settled => SendingEvolution.After(c, settled),
        ReplyBounced bounced => SendingEvolution.After(c, bounced),
        SendingRested rested => SendingEvolution.After(c, rested),
        _ => IdentityEvolution.With(c, happened)
            ?? throw new InvalidOperationException($"{happened.GetType().Name} is not an event of a conversation"),
    };

    private static Conversation After(Conversation c, TurnTaken turn)
    {
        var window = turn.SentAt + AnswerWindow;
        var next = c with
        {
            Recent = c.Recent.With(turn.Message, turn.HeardAt),
            LastHeardAt = turn.HeardAt,
            NewestSentAt = IsOfApplicant(turn) ? Newest(c.NewestSentAt, turn) : c.NewestSentAt,
            WindowUntil = window > c.WindowUntil && IsOfApplicant(turn) ? window : c.WindowUntil,
            Loop = c.Loop.IsPaused(turn.HeardAt) ? c.Loop : c.Loop.After(turn.SentAt, turn.Text, isLate: turn.Timing != Timing.OnTime),
            Owed = turn.Replaces == 0 ? c.Owed : c.Owed.RemoveAll(owed => owed.Number == turn.Replaces),
            FirstSentAt = c.FirstSentAt ?? (turn.Facts.Any(fact => fact is TurnFact.ApplicantSeen) ? turn.SentAt : null),
        };

        foreach (var fact in turn.Facts)
        {
            next = With(next, fact, turn.HeardAt);
        }

        foreach (var (place, reply) in turn.Replies.Index())
        {
            var owed = new OwedReply(turn.FirstReply + place, reply, turn.Language, turn.HeardAt, NotBefore: turn.NotBefore);
            next = next with
            {
                LastReply = owed.Number,
                Owed = next.Owed.Add(owed),
                Offered = turn.Timing == Timing.Overtaken ? next.Offered : reply.Options,
            };
        }

        return next;
    }

    /// <summary>Nothing is sent after it was heard: a clock ahead of ours would make all that follows seem overtaken.</summary>
    private static DateTimeOffset Newest(DateTimeOffset? before, TurnTaken turn)
    {
        var sent = turn.SentAt < turn.HeardAt ? turn.SentAt : turn.HeardAt;
        return before > sent ? before.Value : sent;
    }

    /// <summary>That a number changed was told by WhatsApp, not written by the applicant: no window opens, and nothing is overtaken.</summary>
    private static bool IsOfApplicant(TurnTaken turn) => !turn.Facts.Any(fact => fact is TurnFact.AddressChanged);

    private static Conversation After(Conversation c, NoticeTaken notice) => c with
    {
        Notices = c.Notices.With(notice.Id, notice.At),
        Pickup = c.Pickup.After(notice.Notice, notice.At),
        LastReply = notice.Number,
        Owed = c.Owed.Add(new OwedReply(
            notice.Number, notice.Reply, notice.Language, notice.At, notice.ValidUntil, notice.Lane)),

        // What can be chosen now is what was shown last; a notice without choices takes none away.
        Offered = notice.Reply.Options.IsEmpty ? c.Offered : notice.Reply.Options,
    };

    private static Conversation With(Conversation c, TurnFact fact, DateTimeOffset at) => fact switch
    {
        TurnFact.ApplicantSeen seen => c with { Applicant = seen.Applicant },
        TurnFact.AddressChanged changed => IdentityEvolution.With(c, changed),
        TurnFact.LanguageChosen chosen => c with { Language = chosen.Language },
        TurnFact.StepEntered entered => c with { Step = entered.Step },
        TurnFact.Shown shown => c with { Trail = [.. c.Trail.Take(shown.Depth), shown.Node] },
        TurnFact.ProofFailed => c with { Lookups = c.Lookups.WithWrong(at) },
        TurnFact.LookupsLocked locked => c with { Lookups = LookupGuard.Locked(locked.Until) },
        TurnFact.Paused paused => c with { Loop = LoopGuard.Paused(paused.Until), Step = Step.Idle.Here },
        TurnFact.Apologised => c with { ApologisedAt = at },
        TurnFact.FeedbackGiven or TurnFact.FeedbackRated or TurnFact.OfficerAsked => c,
        _ => PickupMemory.With(c.Pickup, fact, at) is { } pickup
            ? c with { Pickup = pickup }
            : throw new InvalidOperationException($"{fact.GetType().Name} is not a fact of a turn"),
    };
}
