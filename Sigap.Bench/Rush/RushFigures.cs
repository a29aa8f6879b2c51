namespace Sigap.Bench.Rush;

/// <summary>What one rush showed.</summary>
/// <param name="Places">What the day's calendar can hand out.</param>
/// <param name="Confirmed">Applicants with a confirmed booking.</param>
/// <param name="TurnedAway">Applicants who were told that the day is full.</param>
/// <param name="Unanswered">Applicants who got no answer, or an answer that is neither.</param>
/// <param name="Seconds">From the first asking to the last answer.</param>
/// <param name="JournalWrites">Events of the day: one write each.</param>
/// <param name="ClaimWrites">Transactions on the table of claims.</param>
/// <param name="CpuSeconds">Processor time of Sigap and the applicants, who share a process; the database server's is not in it.</param>
/// <param name="Oversold">Slots with more bookings than places, and applications with more than one booking.</param>
internal sealed record RushFigures(
    int Places,
    int Confirmed,
    int TurnedAway,
    int Unanswered,
    double Seconds,
    double AnswerMedianMilliseconds,
    double AnswerMaximumMilliseconds,
    long JournalWrites,
    long ClaimWrites,
    double CpuSeconds,
    int Oversold)
{
    public bool IsFaultless => Confirmed == Places && Unanswered == 0 && Oversold == 0;
}
