using System.Collections.Immutable;

namespace Sigap.Conversations;

/// <summary>Counts the wrong birth dates of one conversation, so that its lookups can be locked when there are too many.</summary>
/// <param name="Wrong">When the last wrong ones came, oldest first.</param>
public sealed record LookupGuard(ImmutableArray<DateTimeOffset> Wrong, DateTimeOffset LockedUntil)
{
    /// <summary>The highest number of wrong ones a setting may allow before the lock.</summary>
    public const int MostWrong = 20;

    public static readonly LookupGuard Clean = new([], DateTimeOffset.MinValue);

    public bool IsLocked(DateTimeOffset now) => now < LockedUntil;

    /// <summary>How many wrong ones are left before the lock.</summary>
    public int Left(DateTimeOffset now, ConversationSettings settings) =>
        settings.WrongBirthDatesBeforeLock - Wrong.Count(earlier => earlier > now - settings.WrongBirthDateWindow);

    public LookupGuard WithWrong(DateTimeOffset at) => this with { Wrong = [.. Wrong.TakeLast(MostWrong - 1), at] };

    /// <summary>After a lock counting begins anew.</summary>
    public static LookupGuard Locked(DateTimeOffset until) => Clean with { LockedUntil = until };

    public bool Equals(LookupGuard? other) =>
        other is not null && LockedUntil == other.LockedUntil && Wrong.SequenceEqual(other.Wrong);

    public override int GetHashCode() => HashCode.Combine(LockedUntil, Wrong.Length);
}
