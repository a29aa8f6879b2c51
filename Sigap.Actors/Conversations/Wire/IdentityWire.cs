using Sigap.Kernel;
using Proto = Sigap.Conversations.Wire;

namespace Sigap.Conversations;

/// <summary>How conversations of one person become one: the events, and what they ask each other.</summary>
internal static class IdentityWire
{
    public static Proto.Moved ToWire(Moved moved) =>
        new() { To = moved.To.Value, AtMs = moved.At.ToWire(), Estate = StateWire.ToWire(moved.Estate) };

    public static Moved MovedFromWire(byte[] bytes) => FromWire(Proto.Moved.Parser.ParseFrom(bytes));

    public static Proto.Inherited ToWire(Inherited inherited) => new()
    {
        From = inherited.From.Value,
        Into = inherited.Into.Value,
        AtMs = inherited.At.ToWire(),
        Estate = StateWire.ToWire(inherited.Estate),
    };

    public static Inherited InheritedFromWire(byte[] bytes)
    {
        var wire = Proto.Inherited.Parser.ParseFrom(bytes);
        return new Inherited(
            new ConversationId(wire.From), new ConversationId(wire.Into), WireTime.FromWire(wire.AtMs), StateWire.FromWire(wire.Estate));
    }

    public static Proto.NumberLost ToWire(NumberLost lost) => new() { Left = ToWire(lost.Left) };

    public static NumberLost LostFromWire(byte[] bytes) => new(FromWire(Proto.NumberLost.Parser.ParseFrom(bytes).Left));

    public static Proto.AddressChanged ToWire(TurnFact.AddressChanged changed)
    {
        var wire = new Proto.AddressChanged { Now = ApplicantWire.ToWire(changed.Now) };
        if (changed.Left is { } left)
        {
            wire.Left = ToWire(left);
        }

        if (changed.Meets is { } meets)
        {
            wire.Meets = meets.Value;
        }

        return wire;
    }

    public static TurnFact.AddressChanged FromWire(Proto.AddressChanged wire) => new(
        ApplicantWire.FromWire(wire.Now),
        wire.Left is { } left ? FromWire(left) : null,
        wire.HasMeets ? new ConversationId(wire.Meets) : null);

    /// <summary>What a conversation's state holds of it.</summary>
    public static void Write(Conversation c, Proto.Conversation wire)
    {
        if (c.FirstSentAt is { } first)
        {
            wire.FirstSentAtMs = first.ToWire();
        }

        wire.Left.Add(c.Left.Select(ToWire));
        wire.FormerIds.Add(c.FormerIds);
        wire.InheritedFrom.Add(c.InheritedFrom.Select(id => id.Value));
        if (c.Moved is { } moved)
        {
            wire.Moved = ToWire(moved);
        }
    }

    public static Conversation Read(Proto.Conversation wire, Conversation c) => c with
    {
        FirstSentAt = Instant(wire.HasFirstSentAtMs, wire.FirstSentAtMs),
        Left = [.. wire.Left.Select(FromWire)],
        FormerIds = [.. wire.FormerIds],
        InheritedFrom = [.. wire.InheritedFrom.Select(id => new ConversationId(id))],
        Moved = wire.Moved is { } moved ? FromWire(moved) : null,
    };

    public static Proto.GetWhereabouts ToWire(GetWhereabouts query) => new() { Conversation = query.Conversation.Value };

    public static GetWhereabouts WhereFromWire(byte[] bytes) =>
        new(new ConversationId(Proto.GetWhereabouts.Parser.ParseFrom(bytes).Conversation));

    public static Proto.Whereabouts ToWire(Whereabouts whereabouts)
    {
        var wire = new Proto.Whereabouts { Conversation = whereabouts.Conversation.Value };
        if (whereabouts.Since is { } since)
        {
            wire.SinceMs = since.ToWire();
        }

        if (whereabouts.Applicant is { } applicant)
        {
            wire.Applicant = ApplicantWire.ToWire(applicant);
        }

        if (whereabouts.LastLeftAt is { } left)
        {
            wire.LastLeftAtMs = left.ToWire();
        }

        return wire;
    }

    public static Whereabouts WhereaboutsFromWire(byte[] bytes)
    {
        var wire = Proto.Whereabouts.Parser.ParseFrom(bytes);
        return new Whereabouts(
            new ConversationId(wire.Conversation),
            Instant(wire.HasSinceMs, wire.SinceMs),
            wire.Applicant is { } applicant ? ApplicantWire.FromWire(applicant) : null,
            Instant(wire.HasLastLeftAtMs, wire.LastLeftAtMs));
    }

    public static Proto.MoveTo ToWire(MoveTo move)
    {
        var wire = new Proto.MoveTo
        {
            Conversation = move.Conversation.Value,
            To = move.To.Value,
            SinceMs = move.Since.ToWire(),
            Hops = move.Hops,
        };
        if (move.Changed is { } changed)
        {
            wire.Changed = new Proto.NumberChange { Now = ApplicantWire.ToWire(changed.Now), AtMs = changed.At.ToWire() };
        }

        return wire;
    }

    public static MoveTo MoveFromWire(byte[] bytes)
    {
        var wire = Proto.MoveTo.Parser.ParseFrom(bytes);
        return new MoveTo(
            new ConversationId(wire.Conversation),
            new ConversationId(wire.To),
            WireTime.FromWire(wire.SinceMs),
            wire.Changed is { } changed ? new NumberChange(ApplicantWire.FromWire(changed.Now), WireTime.FromWire(changed.AtMs)) : null)
        {
            Hops = wire.Hops,
        };
    }

    public static Proto.Inherit ToWire(Inherit inherit) => new()
    {
        Conversation = inherit.Conversation.Value,
        From = inherit.From.Value,
        Estate = StateWire.ToWire(inherit.Estate),
        Hops = inherit.Hops,
    };

    public static Inherit InheritFromWire(byte[] bytes)
    {
        var wire = Proto.Inherit.Parser.ParseFrom(bytes);
        return new Inherit(new ConversationId(wire.Conversation), new ConversationId(wire.From), StateWire.FromWire(wire.Estate))
        {
            Hops = wire.Hops,
        };
    }

    public static Proto.MoveAnswer ToWire(MoveAnswer answer) => answer switch
    {
        MoveAnswer.Joined joined => new Proto.MoveAnswer
        {
            Joined = new Proto.Joined
            {
                Into = joined.Into.Value,
                From = { joined.From.Select(id => id.Value) },
                Days = { joined.Days.Select(day => day.Value) },
            },
        },
        MoveAnswer.Older older => new Proto.MoveAnswer
        {
            Older = new Proto.Older { Conversation = older.Conversation.Value, SinceMs = older.Since.ToWire() },
        },
        MoveAnswer.Elsewhere elsewhere => new Proto.MoveAnswer
        {
            Elsewhere = new Proto.Elsewhere { Conversation = elsewhere.Conversation.Value, To = elsewhere.To.Value },
        },
        MoveAnswer.Apart => new Proto.MoveAnswer { Apart = new Proto.Nothing() },
        _ => throw new InvalidOperationException($"No wire form for {answer.GetType().Name}"),
    };

    public static MoveAnswer AnswerFromWire(byte[] bytes)
    {
        var wire = Proto.MoveAnswer.Parser.ParseFrom(bytes);
        return wire.KindCase switch
        {
            Proto.MoveAnswer.KindOneofCase.Joined => new MoveAnswer.Joined(
                new ConversationId(wire.Joined.Into),
                [.. wire.Joined.From.Select(id => new ConversationId(id))],
                [.. wire.Joined.Days.Select(BookingWire.Day)]),
            Proto.MoveAnswer.KindOneofCase.Older =>
                new MoveAnswer.Older(new ConversationId(wire.Older.Conversation), WireTime.FromWire(wire.Older.SinceMs)),
            Proto.MoveAnswer.KindOneofCase.Elsewhere =>
                new MoveAnswer.Elsewhere(new ConversationId(wire.Elsewhere.Conversation), new ConversationId(wire.Elsewhere.To)),
            Proto.MoveAnswer.KindOneofCase.Apart => MoveAnswer.Apart.Now,
            _ => throw new InvalidDataException($"Answer {(int)wire.KindCase} to a move is not known here; it was sent by a newer version"),
        };
    }

    private static Moved FromWire(Proto.Moved wire) =>
        new(new ConversationId(wire.To), WireTime.FromWire(wire.AtMs), StateWire.FromWire(wire.Estate));

    private static Proto.NumberLeft ToWire(NumberLeft left) =>
        new() { Phone = left.Phone, AtMs = left.At.ToWire(), Heir = left.Heir.Value };

    private static NumberLeft FromWire(Proto.NumberLeft wire) =>
        new(wire.Phone, WireTime.FromWire(wire.AtMs), new ConversationId(wire.Heir));

    private static DateTimeOffset? Instant(bool present, long milliseconds) => present ? WireTime.FromWire(milliseconds) : null;
}
