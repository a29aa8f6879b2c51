using System.Collections.Immutable;

namespace Sigap.Conversations;

/// <summary>
/// Notices another machine at the other end: too many texts in a short time, or the same text again and again. Then
/// Sigap says once that it pauses, and is silent for a while. Machines do not tap: a booking tapped through fast is a person's.
/// </summary>
/// <param name="Recent">When the last texts came, oldest first.</param>
/// <param name="LastText">A hash of the last text, and how often it came in a row.</param>
public sealed record LoopGuard(ImmutableArray<DateTimeOffset> Recent, uint LastText, int Repeats, DateTimeOffset PausedUntil)
{
    /// <summary>The highest number of texts a setting may allow before a pause.</summary>
    public const int MostTurns = 60;

    public static readonly LoopGuard Calm = new([], 0, 0, DateTimeOffset.MinValue);

    public bool IsPaused(DateTimeOffset now) => now < PausedUntil;

    /// <param name="at">When the text was sent, not when it came: texts that were held up come all at once.</param>
    /// <param name="isLate">Nobody had answered yet, and then a person says the same again, too: it is no repetition.</param>
    public LoopGuard After(DateTimeOffset at, string? text, bool isLate = false)
    {
        var hash = isLate ? 0 : Hash(text);
        return this with
        {
            Recent = text is null ? Recent : [.. Recent.TakeLast(MostTurns), at],
            LastText = hash,
            Repeats = hash != 0 && hash == LastText ? Repeats + 1 : 1,
        };
    }

    /// <param name="at">When the last text was sent.</param>
    public bool Trips(DateTimeOffset at, ConversationSettings settings) =>
        Repeats >= settings.SameTextBeforePause
        || Recent.Count(earlier => earlier > at - settings.PauseWindow && earlier <= at) > settings.TurnsBeforePause;

    /// <summary>After a pause counting begins anew.</summary>
    public static LoopGuard Paused(DateTimeOffset until) => Calm with { PausedUntil = until };

    public bool Equals(LoopGuard? other) =>
        other is not null && LastText == other.LastText && Repeats == other.Repeats && PausedUntil == other.PausedUntil
        && Recent.SequenceEqual(other.Recent);

    public override int GetHashCode() => HashCode.Combine(LastText, Repeats, PausedUntil, Recent.Length);

    /// <summary>FNV-1a; stable for ever, because it is folded from the journal again after every restart.</summary>
    private static uint Hash(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return 0;
        }

        var hash = 2166136261u;
        foreach (var letter in text.Trim())
        {
            hash = (hash ^ char.ToLowerInvariant(letter)) * 16777619u;
        }

        return hash;
    }
}
