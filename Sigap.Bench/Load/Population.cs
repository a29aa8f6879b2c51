namespace Sigap.Bench.Load;

/// <summary>All applicants of a run. Made when they first write; found again by the phone a reply goes to.</summary>
internal sealed class Population(int size)
{
    private readonly Applicant?[] _applicants = new Applicant?[size];

    public ReplyTally Tally { get; } = new();

    public Applicant At(int index) =>
        Volatile.Read(ref _applicants[index])
        ?? Interlocked.CompareExchange(ref _applicants[index], new Applicant(index, Tally), null)
        ?? _applicants[index]!;

    public void Receive(int index, long number, ReplyArrival reply)
    {
        if (index >= 0 && index < size && Volatile.Read(ref _applicants[index]) is { } applicant)
        {
            applicant.Receive(number, reply);
        }
        else
        {
            Tally.Stranger();
        }
    }
}
