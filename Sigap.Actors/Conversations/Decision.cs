using System.Collections.Immutable;
using Sigap.Applications;
using Sigap.Kernel;
using Sigap.Pickup;

namespace Sigap.Conversations;

/// <summary>What follows from a message. Closed.</summary>
public abstract record Decision
{
    private Decision()
    {
    }

    /// <summary>The message was handled before; nothing happens.</summary>
    public sealed record Already : Decision
    {
        public static readonly Already Handled = new();
    }

    public sealed record Turn(TurnTaken Taken) : Decision;

    /// <summary>Something must be known first: fetch it and decide again.</summary>
    public sealed record Needs(Question Question) : Decision;
}

/// <summary>What a dialogue asks of the outside. Closed.</summary>
public abstract record Question
{
    private Question()
    {
    }

    public sealed record ProveApplication(ApplicationNumber Number, DateOnly BirthDate) : Question;

    /// <summary>Asked all at once. A message decided again asks with the same requests, so nothing happens twice.</summary>
    public sealed record AskDays(ImmutableArray<IWithPickupDay> Messages) : Question
    {
        public bool Equals(AskDays? other) => other is not null && Messages.SequenceEqual(other.Messages);

        public override int GetHashCode() => Messages.Length;
    }
}

/// <summary>What the outside said. Closed.</summary>
public abstract record Answer
{
    private Answer()
    {
    }

    public sealed record Proved(ProofOutcome Outcome) : Answer;

    /// <summary>In the order they were asked.</summary>
    public sealed record Days(ImmutableArray<PickupAnswer> All) : Answer
    {
        public bool Equals(Days? other) => other is not null && All.SequenceEqual(other.All);

        public override int GetHashCode() => All.Length;
    }

    /// <summary>No answer in time, or a failure.</summary>
    public sealed record NotAvailable : Answer
    {
        public static readonly NotAvailable Now = new();
    }
}
