using System.Collections.Immutable;
using Sigap.Kernel;
using Sigap.Transport;
using Proto = Sigap.Conversations.Wire;

namespace Sigap.Conversations;

internal static class StateWire
{
    public static Proto.Conversation ToWire(Conversation c)
    {
        var wire = new Proto.Conversation
        {
            Language = (Proto.Language)c.Language,
            Step = StepWire.ToWire(c.Step),
            Offered = { c.Offered.Select(ReplyWire.ToWire) },
            Trail = { c.Trail },
            Recent = { c.Recent.InOrder.Select(message => message.Fingerprint) },
            RecentAtMs = { c.Recent.InOrder.Select(message => message.At.ToWire()) },
            Notices = { c.Notices.InOrder.Select(notice => notice.Fingerprint) },
            NoticesAtMs = { c.Notices.InOrder.Select(notice => notice.At.ToWire()) },
            RecentTurnsMs = { c.Loop.Recent.Select(WireTime.ToWire) },
            LastText = c.Loop.LastText,
            Repeats = c.Loop.Repeats,
            WrongBirthDatesMs = { c.Lookups.Wrong.Select(WireTime.ToWire) },
            Owed = { c.Owed.Select(ToWire) },
            LastReply = c.LastReply,
            Sent = { c.Sent.Select(ToWire) },
            Rests = c.Rests,
        };
        if (c.Pace != PairPace.Rested)
        {
            wire.PairFullAtMs = c.Pace.FullAt.ToWire();
        }

        if (!c.Pickup.Equals(PickupFile.Empty))
        {
            wire.Pickup = PickupFileWire.ToWire(c.Pickup);
        }

        if (c.Applicant is { } applicant)
        {
            wire.Applicant = ApplicantWire.ToWire(applicant);
        }

        if (c.LastHeardAt is { } heard)
        {
            wire.LastHeardAtMs = heard.ToWire();
        }

        if (c.NewestSentAt is { } newest)
        {
            wire.NewestSentAtMs = newest.ToWire();
        }

        if (c.ApologisedAt is { } apologised)
        {
            wire.ApologisedAtMs = apologised.ToWire();
        }

        if (c.WindowUntil > DateTimeOffset.MinValue)
        {
            wire.WindowUntilMs = c.WindowUntil.ToWire();
        }

        if (c.Loop.PausedUntil > DateTimeOffset.MinValue)
        {
            wire.PausedUntilMs = c.Loop.PausedUntil.ToWire();
        }

        if (c.Lookups.LockedUntil > DateTimeOffset.MinValue)
        {
            wire.LookupsLockedUntilMs = c.Lookups.LockedUntil.ToWire();
        }

        IdentityWire.Write(c, wire);
        return wire;
    }

    public static Conversation FromWire(byte[] bytes) => FromWire(Proto.Conversation.Parser.ParseFrom(bytes));

    public static Conversation FromWire(Proto.Conversation wire) => IdentityWire.Read(
        wire,
        new Conversation
        {
            Applicant = wire.Applicant is { } applicant ? ApplicantWire.FromWire(applicant) : null,
            Language = (LanguageCode)wire.Language,
            Step = StepWire.FromWire(wire.Step),
            Offered = [.. wire.Offered.Select(ReplyWire.FromWire)],
            Trail = [.. wire.Trail],
            Recent = wire.Recent.Zip(wire.RecentAtMs).Aggregate(
                RecentMessages.None, (recent, message) => recent.With(message.First, WireTime.FromWire(message.Second))),
            Notices = wire.Notices.Zip(wire.NoticesAtMs).Aggregate(
                RecentMessages.None, (notices, notice) => notices.With(notice.First, WireTime.FromWire(notice.Second))),
            LastHeardAt = wire.HasLastHeardAtMs ? WireTime.FromWire(wire.LastHeardAtMs) : null,
            NewestSentAt = wire.HasNewestSentAtMs ? WireTime.FromWire(wire.NewestSentAtMs) : null,
            ApologisedAt = wire.HasApologisedAtMs ? WireTime.FromWire(wire.ApologisedAtMs) : null,
            WindowUntil = Instant(wire.HasWindowUntilMs, wire.WindowUntilMs),
            Loop = new LoopGuard(
                Instants(wire.RecentTurnsMs), wire.LastText, wire.Repeats, Instant(wire.HasPausedUntilMs, wire.PausedUntilMs)),
            Lookups = new LookupGuard(
                Instants(wire.WrongBirthDatesMs), Instant(wire.HasLookupsLockedUntilMs, wire.LookupsLockedUntilMs)),
            Pickup = PickupFileWire.FromWire(wire.Pickup),
            Owed = [.. wire.Owed.Select(FromWire)],
            LastReply = wire.LastReply,
            Sent = [.. wire.Sent.Select(FromWire)],
            Pace = wire.HasPairFullAtMs ? new PairPace(WireTime.FromWire(wire.PairFullAtMs)) : PairPace.Rested,
            Rests = wire.Rests,
        });

    private static Proto.OwedReply ToWire(OwedReply owed)
    {
        var wire = new Proto.OwedReply
        {
            Number = owed.Number,
            Reply = ReplyWire.ToWire(owed.Reply),
            Language = (Proto.Language)owed.Language,
            DecidedAtMs = owed.DecidedAt.ToWire(),
            Lane = (Proto.Lane)owed.Lane,
        };
        if (owed.ValidUntil is { } until)
        {
            wire.ValidUntilMs = until.ToWire();
        }

        if (owed.Again is { } again)
        {
            wire.Again = SendingWire.ToWire(again);
        }

        if (owed.NotBefore is { } notBefore)
        {
            wire.NotBeforeMs = notBefore.ToWire();
        }

        return wire;
    }

    private static Proto.SentReply ToWire(SentReply sent) =>
        new() { Owed = ToWire(sent.Owed), Message = sent.Message, Attempt = sent.Attempt, AtMs = sent.At.ToWire() };

    private static SentReply FromWire(Proto.SentReply sent) =>
        new(FromWire(sent.Owed), sent.Message, sent.Attempt, WireTime.FromWire(sent.AtMs));

    private static OwedReply FromWire(Proto.OwedReply owed) => new(
        owed.Number,
        ReplyWire.FromWire(owed.Reply),
        (LanguageCode)owed.Language,
        WireTime.FromWire(owed.DecidedAtMs),
        owed.HasValidUntilMs ? WireTime.FromWire(owed.ValidUntilMs) : null,
        (Lane)owed.Lane,
        owed.HasNotBeforeMs ? WireTime.FromWire(owed.NotBeforeMs) : null)
    {
        Again = SendingWire.FromWire(owed.Again),
    };

    private static DateTimeOffset Instant(bool present, long milliseconds) =>
        present ? WireTime.FromWire(milliseconds) : DateTimeOffset.MinValue;

    private static ImmutableArray<DateTimeOffset> Instants(IEnumerable<long> milliseconds) =>
        [.. milliseconds.Select(WireTime.FromWire)];
}
