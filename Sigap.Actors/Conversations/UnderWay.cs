using Sigap.Transport;

namespace Sigap.Conversations;

/// <summary>The reply a conversation is busy with: with the transport, waiting for its time, or in doubt.</summary>
/// <param name="Attempt">The send it is about, counted from 0.</param>
internal sealed record UnderWay(long Number, int Attempt)
{
    public static UnderWay Of(OwedReply owed) => new(owed.Number, owed.Again?.Attempt ?? 0) { Refusals = owed.Again?.Refusals ?? 0 };

    /// <summary>It is with the transport.</summary>
    public bool IsCounted { get; init; }

    public Lane Lane { get; init; }

    /// <summary>The clock's timestamp when it was handed over.</summary>
    public long HandedOverAt { get; init; }

    /// <summary>How often WhatsApp held that the 24 hours were over.</summary>
    public int Refusals { get; init; }

    /// <summary>Not null: its statuses are looked up before it is sent.</summary>
    public Doubt? Doubt { get; init; }

    public bool IsLooking { get; init; }

    /// <summary>The transport said that it has to wait, and may keep it.</summary>
    public bool IsHeld { get; init; }

    /// <summary>No status came of the send before: the next one may be the second to arrive.</summary>
    public bool MayHaveArrived { get; init; }

    /// <summary>It was sent again although it may have arrived.</summary>
    public bool IsPossiblyTwice { get; init; }

    /// <summary>The same before this attempt: it stays so if this attempt turns out not to have been made.</summary>
    public bool WasPossiblyTwice { get; init; }

    /// <summary>The first send nobody answered: the transport may still have it, then it does not send those after it.</summary>
    public int? Unanswered { get; init; }

    /// <summary>Whether a word on that send is awaited: none on one that was judged before.</summary>
    public bool IsAbout(int attempt) => attempt >= Attempt || attempt >= Unanswered;

    /// <summary>Nothing of it was sent yet: it may stand back.</summary>
    public bool IsUntouched(OwedReply owed) => !IsCounted && !IsHeld && Doubt is null && Attempt == (owed.Again?.Attempt ?? 0);
}
