using Sigap.Kernel;
using Sigap.Transport;
using Proto = Sigap.Conversations.Wire;

namespace Sigap.Conversations;

internal static class EventWire
{
    public static Proto.TurnTaken ToWire(TurnTaken turn)
    {
        var wire = new Proto.TurnTaken
        {
            Message = turn.Message,
            HeardAtMs = turn.HeardAt.ToWire(),
            SentAtMs = turn.SentAt.ToWire(),
            ContentVersion = turn.ContentVersion,
            Language = (Proto.Language)turn.Language,
            Facts = { turn.Facts.Select(ToWire) },
            Replies = { turn.Replies.Select(ReplyWire.ToWire) },
            FirstReply = turn.FirstReply,
            Replaces = turn.Replaces,
            Timing = (Proto.Timing)turn.Timing,
        };
        if (turn.Text is { } text)
        {
            wire.Text = text;
        }

        if (turn.NotBefore is { } notBefore)
        {
            wire.NotBeforeMs = notBefore.ToWire();
        }

        return wire;
    }

    public static TurnTaken TurnFromWire(byte[] bytes)
    {
        var wire = Proto.TurnTaken.Parser.ParseFrom(bytes);
        return new TurnTaken(
            wire.Message,
            WireTime.FromWire(wire.HeardAtMs),
            WireTime.FromWire(wire.SentAtMs),
            wire.ContentVersion,
            wire.HasText ? wire.Text : null,
            (LanguageCode)wire.Language,
            [.. wire.Facts.Select(FromWire)],
            [.. wire.Replies.Select(ReplyWire.FromWire)],
            wire.FirstReply,
            wire.Replaces,
            wire.HasNotBeforeMs ? WireTime.FromWire(wire.NotBeforeMs) : null,
            (Timing)wire.Timing);
    }

    public static Proto.NoticeTaken ToWire(NoticeTaken notice) => new()
    {
        Id = notice.Id,
        AtMs = notice.At.ToWire(),
        ContentVersion = notice.ContentVersion,
        Language = (Proto.Language)notice.Language,
        Notice = NoticeWire.ToWire(notice.Notice),
        Reply = ReplyWire.ToWire(notice.Reply),
        ValidUntilMs = notice.ValidUntil.ToWire(),
        Lane = (Proto.Lane)notice.Lane,
        Number = notice.Number,
    };

    public static NoticeTaken NoticeFromWire(byte[] bytes)
    {
        var wire = Proto.NoticeTaken.Parser.ParseFrom(bytes);
        return new NoticeTaken(
            wire.Id,
            WireTime.FromWire(wire.AtMs),
            wire.ContentVersion,
            (LanguageCode)wire.Language,
            NoticeWire.FromWire(wire.Notice),
            ReplyWire.FromWire(wire.Reply),
            WireTime.FromWire(wire.ValidUntilMs),
            (Lane)wire.Lane,
            wire.Number);
    }

    private static Proto.Fact ToWire(TurnFact fact) => fact switch
    {
        TurnFact.ApplicantSeen f => new Proto.Fact { ApplicantSeen = ApplicantWire.ToWire(f.Applicant) },
        TurnFact.AddressChanged f => new Proto.Fact { AddressChanged = IdentityWire.ToWire(f) },
        TurnFact.LanguageChosen f => new Proto.Fact { LanguageChosen = (Proto.Language)f.Language },
        TurnFact.StepEntered f => new Proto.Fact { StepEntered = StepWire.ToWire(f.Step) },
        TurnFact.Shown f => new Proto.Fact { Shown = new Proto.Shown { Node = f.Node, Depth = f.Depth } },
        TurnFact.ProofFailed => new Proto.Fact { ProofFailed = new Proto.ProofFailed() },
        TurnFact.LookupsLocked f => new Proto.Fact { LookupsLockedUntilMs = f.Until.ToWire() },
        TurnFact.Paused f => new Proto.Fact { PausedUntilMs = f.Until.ToWire() },
        TurnFact.FeedbackGiven f => new Proto.Fact
        {
            FeedbackGiven = new Proto.FeedbackGiven { Reference = f.Reference, Category = (Proto.FeedbackCategory)f.Category, Text = f.Text },
        },
        TurnFact.FeedbackRated f => new Proto.Fact { FeedbackRated = new Proto.FeedbackRated { Reference = f.Reference, Rating = f.Rating } },
        TurnFact.OfficerAsked f => new Proto.Fact { OfficerAsked = new Proto.OfficerAsked { Reference = f.Reference, Text = f.Text } },
        TurnFact.Apologised => new Proto.Fact { Apologised = new Proto.Nothing() },
        _ => PickupFactWire.ToWire(fact),
    };

    private static TurnFact FromWire(Proto.Fact fact) => fact.KindCase switch
    {
        Proto.Fact.KindOneofCase.ApplicantSeen => new TurnFact.ApplicantSeen(ApplicantWire.FromWire(fact.ApplicantSeen)),
        Proto.Fact.KindOneofCase.AddressChanged => IdentityWire.FromWire(fact.AddressChanged),
        Proto.Fact.KindOneofCase.LanguageChosen => new TurnFact.LanguageChosen((LanguageCode)fact.LanguageChosen),
        Proto.Fact.KindOneofCase.StepEntered => new TurnFact.StepEntered(StepWire.FromWire(fact.StepEntered)),
        Proto.Fact.KindOneofCase.Shown => new TurnFact.Shown(fact.Shown.Node, fact.Shown.Depth),
        Proto.Fact.KindOneofCase.ProofFailed => new TurnFact.ProofFailed(),
        Proto.Fact.KindOneofCase.LookupsLockedUntilMs => new TurnFact.LookupsLocked(WireTime.FromWire(fact.LookupsLockedUntilMs)),
        Proto.Fact.KindOneofCase.PausedUntilMs => new TurnFact.Paused(WireTime.FromWire(fact.PausedUntilMs)),
        Proto.Fact.KindOneofCase.FeedbackGiven => new TurnFact.FeedbackGiven(
            fact.FeedbackGiven.Reference, (FeedbackCategory)fact.FeedbackGiven.Category, fact.FeedbackGiven.Text),
        Proto.Fact.KindOneofCase.FeedbackRated => new TurnFact.FeedbackRated(fact.FeedbackRated.Reference, fact.FeedbackRated.Rating),
        Proto.Fact.KindOneofCase.OfficerAsked => new TurnFact.OfficerAsked(fact.OfficerAsked.Reference, fact.OfficerAsked.Text),
        Proto.Fact.KindOneofCase.Apologised => new TurnFact.Apologised(),
        _ => PickupFactWire.FromWire(fact),
    };
}
