namespace Sigap.Bench.Load;

/// <summary>A reply as it arrived at the stand-in.</summary>
/// <param name="At">The stopwatch's timestamp.</param>
/// <param name="CallbackData">What Sigap wants to find in the statuses again.</param>
internal readonly record struct ReplyArrival(long At, string Id, string CallbackData);

/// <summary>
/// One invented applicant: writes, waits for the reply, and watches that the replies come once and in order. Sigap numbers
/// the replies of a conversation.
/// </summary>
internal sealed class Applicant(int index, ReplyTally tally)
{
    private const string PhonePrefix = "62812";

    private static readonly string[] Businesses = ["109000000000001", "109000000000002", "109000000000003"];

    private readonly Lock _lock = new();
    private readonly HashSet<long> _skipped = [];
    private TaskCompletionSource<ReplyArrival>? _waiting;
    private long _last;
    private int _written;

    public int Index => index;

    public string Phone { get; } = $"{PhonePrefix}{index:D8}";

    public string Business => Businesses[index % Businesses.Length];

    /// <summary>Begins the next message; the reply to it ends the task.</summary>
    public (int Message, Task<ReplyArrival> Reply) Write()
    {
        lock (_lock)
        {
            _waiting = new TaskCompletionSource<ReplyArrival>(TaskCreationOptions.RunContinuationsAsynchronously);
            return (_written++, _waiting.Task);
        }
    }

    public void Receive(long number, ReplyArrival reply)
    {
        lock (_lock)
        {
            if (number <= _last)
            {
                if (!_skipped.Remove(number))
                {
                    tally.Duplicated();
                }

                return;
            }

            for (var missing = _last + 1; missing < number; missing++)
            {
                _skipped.Add(missing);
                tally.OutOfOrder();
            }

            _last = number;
            _waiting?.TrySetResult(reply);
            _waiting = null;
        }
    }
}
