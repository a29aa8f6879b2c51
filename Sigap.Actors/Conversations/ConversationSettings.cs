namespace Sigap.Conversations;

/// <summary>The limits of a conversation. Only decisions look at them; what was decided is in the events.</summary>
public sealed record ConversationSettings
{
    /// <summary>Silence after which an open dialogue is closed.</summary>
    public TimeSpan DialogueTimeout { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>More turns than this within <see cref="PauseWindow"/> look like a machine.</summary>
    public int TurnsBeforePause { get; init; } = 12;

    public TimeSpan PauseWindow { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The same text this often in a row looks like a machine.</summary>
    public int SameTextBeforePause { get; init; } = 5;

    public TimeSpan Pause { get; init; } = TimeSpan.FromMinutes(10);

    public int WrongBirthDatesBeforeLock { get; init; } = 5;

    public TimeSpan WrongBirthDateWindow { get; init; } = TimeSpan.FromHours(1);

    public TimeSpan LookupLock { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How long a dialogue waits for what it asked of the outside.</summary>
    public TimeSpan AnswerTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>A reply the transport has not settled by then is handed to it again.</summary>
    public TimeSpan SettleTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a status is awaited of a send whose outcome is unknown before it is sent again.</summary>
    public TimeSpan UnknownWait { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>
    /// How long a status is awaited of what an earlier incarnation may have sent. Shorter, because that one may as well have
    /// died before it sent anything.
    /// </summary>
    public TimeSpan RestartWait { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Free words leave no later than this before WhatsApp's window closes: what is on its way when it closes is refused, and
    /// its clock is not ours.
    /// </summary>
    public TimeSpan WindowMargin { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>So many messages may leave to one applicant at once…</summary>
    public int PairBurst { get; init; } = 45;

    /// <summary>…and then one per this time: WhatsApp's limit.</summary>
    public TimeSpan PairInterval { get; init; } = TimeSpan.FromSeconds(6);

    /// <summary>A message that was longer under way is late.</summary>
    public TimeSpan LateAfter { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long the reply to a late message waits for further ones, to answer them together.</summary>
    public TimeSpan LateGather { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Whether anything may be written, and not only what was approved beforehand.</summary>
    public bool MayWriteFreely(DateTimeOffset windowUntil, DateTimeOffset now) => now + WindowMargin < windowUntil;

    /// <summary>Every value out of range, as a sentence that names the setting and the remedy.</summary>
    public IEnumerable<string> Problems()
    {
        if (DialogueTimeout <= TimeSpan.Zero)
            yield return $"Conversations:DialogueTimeout is {DialogueTimeout}; write a time above zero, such as 00:30:00.";
        if (TurnsBeforePause is < 2 or > LoopGuard.MostTurns)
            yield return $"Conversations:TurnsBeforePause is {TurnsBeforePause}; write a number from 2 to {LoopGuard.MostTurns}.";
        if (PauseWindow <= TimeSpan.Zero)
            yield return $"Conversations:PauseWindow is {PauseWindow}; write a time above zero, such as 00:01:00.";
        if (SameTextBeforePause < 2)
            yield return $"Conversations:SameTextBeforePause is {SameTextBeforePause}; write a number of at least 2.";
        if (Pause <= TimeSpan.Zero)
            yield return $"Conversations:Pause is {Pause}; write a time above zero, such as 00:10:00.";
        if (WrongBirthDatesBeforeLock is < 1 or > LookupGuard.MostWrong)
            yield return $"Conversations:WrongBirthDatesBeforeLock is {WrongBirthDatesBeforeLock}; write a number from 1 to {LookupGuard.MostWrong}.";
        if (AnswerTimeout <= TimeSpan.Zero || AnswerTimeout > TimeSpan.FromMinutes(1))
            yield return $"Conversations:AnswerTimeout is {AnswerTimeout}; write a time from above zero to one minute.";
        if (UnknownWait <= TimeSpan.Zero || UnknownWait > TimeSpan.FromMinutes(1))
            yield return $"Conversations:UnknownWait is {UnknownWait}; write a time from above zero to one minute, such as 00:00:20.";
        if (RestartWait < PairPace.LeastPause || RestartWait > TimeSpan.FromSeconds(20))
            yield return $"Conversations:RestartWait is {RestartWait}; write a time from one to twenty seconds, such as 00:00:05.";
        if (WindowMargin < TimeSpan.Zero || WindowMargin > TimeSpan.FromHours(1))
            yield return $"Conversations:WindowMargin is {WindowMargin}; write a time from zero to one hour, such as 00:01:00.";
        if (PairBurst is < 1 or > 1000)
            yield return $"Conversations:PairBurst is {PairBurst}; write a number from 1 to 1000; WhatsApp allows 45.";
        if (PairInterval < TimeSpan.FromMilliseconds(1) || PairInterval > TimeSpan.FromMinutes(1))
            yield return $"Conversations:PairInterval is {PairInterval}; write a time from a millisecond to one minute; WhatsApp's is 00:00:06.";
        if (LateAfter < TimeSpan.FromMinutes(1) || LateAfter >= ConversationEvolution.AnswerWindow)
            yield return $"Conversations:LateAfter is {LateAfter}; write a time from one minute to below 24 hours, such as 00:05:00.";
        if (LateGather < TimeSpan.Zero || LateGather > TimeSpan.FromMinutes(1))
            yield return $"Conversations:LateGather is {LateGather}; write a time from zero to one minute, such as 00:00:03.";
    }
}
