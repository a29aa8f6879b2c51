namespace Sigap.Bench.Drill.Crowd;

/// <summary>
/// The applicants of a drill and WhatsApp between them and Sigap: an open loop, so that what Sigap cannot take in time waits and
/// shows. Rate and mode may change while it runs.
/// </summary>
internal sealed class Crowd(CrowdSettings settings, Citizens citizens, CrowdPayloads payloads, Postman postman, CrowdLedger ledger)
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(10);

    /// <summary>Who is not ready to write is passed over, so often.</summary>
    private const int Tries = 50;

    private const int BurstOf = 3;

    private readonly Random _random = new(settings.Seed);
    private Task _writing = Task.CompletedTask;
    private int _nextAsker;
    private int _nextBooker;
    private int _underWay;

    public CrowdLedger Ledger => ledger;

    /// <summary>Messages a second; 0 for silence.</summary>
    public double Rate { get; set; } = settings.Rate;

    public CrowdMode Mode { get; set; } = CrowdMode.Ordinary;

    /// <summary>Messages that nobody was free to write: the crowd is too small, or waits for Sigap.</summary>
    public long Unwritten { get; private set; }

    /// <summary>Everything written was acknowledged, and every status that was due.</summary>
    public bool IsQuiet => Volatile.Read(ref _underWay) == 0 && postman.UnderWay == 0;

    /// <param name="end">What is under way then is left there: the drill is over.</param>
    public void Start(CancellationToken end) => _writing = Task.Run(() => Write(end), CancellationToken.None);

    /// <summary>Completes when nobody writes any more.</summary>
    public Task Ended() => _writing;

    /// <summary>
    /// Nobody writes any more until a rate is set again; waits until all is acknowledged and <paramref name="isSettled"/> says so
    /// twice in a row.
    /// </summary>
    /// <returns>Null when it took longer than the limit.</returns>
    public async Task<TimeSpan?> Drain(TimeSpan limit, Func<CancellationToken, Task<bool>> isSettled, CancellationToken cancel)
    {
        Rate = 0;
        var (began, times) = (ledger.Watch.Now, 0);
        while (ledger.Watch.Now - began < limit)
        {
            await ledger.Watch.Wait(TimeSpan.FromMilliseconds(250), cancel);
            times = IsQuiet && await isSettled(cancel) ? times + 1 : 0;
            if (times == 2)
            {
                return ledger.Watch.Now - began;
            }
        }

        return null;
    }

    private async Task Write(CancellationToken cancel)
    {
        var (due, last) = (0.0, ledger.Watch.Now);
        try
        {
            while (true)
            {
                await ledger.Watch.Wait(Tick, cancel);
                var now = ledger.Watch.Now;
                due += Rate * (now - last).TotalSeconds;
                last = now;
                for (; due >= 1; due--)
                {
                    due -= WriteSome(cancel) - 1;
                }
            }
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // The drill is over.
        }
    }

    /// <summary>One post of one or several applicants, and what somebody impatient writes right after.</summary>
    /// <returns>How many messages; 1 when nobody could write: what was not written is not made up for.</returns>
    private int WriteSome(CancellationToken cancel)
    {
        var (mode, messages, others) = (Mode, new List<WrittenMessage>(), 0);
        for (var more = 1 + _random.Next(mode.MostPerPost); more > 0; more--)
        {
            if (NextMessage() is not { } message)
            {
                Unwritten++;
                break;
            }

            messages.Add(message);
            if (message.From.IsImpatient && _random.NextDouble() < mode.BurstShare)
            {
                others += WriteOn(message.From, messages, mode, cancel);
            }
        }

        if (messages.Count > 0)
        {
            Send(messages, mode, cancel);
        }

        return Math.Max(1, messages.Count + others);
    }

    /// <summary>Several messages at once: they come in the same post as the first one, or in posts of their own and in any order.</summary>
    /// <returns>How many come in posts of their own.</returns>
    private int WriteOn(Citizen citizen, List<WrittenMessage> post, CrowdMode mode, CancellationToken cancel)
    {
        WrittenMessage[] messages = [.. Enumerable.Range(1, BurstOf - 1).Select(_ => WriteOf(citizen)).OfType<WrittenMessage>()];
        if (_random.Next(2) == 0)
        {
            post.AddRange(messages);
            return 0;
        }

        _random.Shuffle(messages);
        foreach (var message in messages)
        {
            Send([message], mode, cancel);
        }

        return messages.Length;
    }

    private WrittenMessage? NextMessage() =>
        (_random.NextDouble() < settings.BookingShare ? Next(citizens.Bookers, ref _nextBooker) : null)
        ?? Next(citizens.Askers, ref _nextAsker);

    private WrittenMessage? Next(IReadOnlyList<Citizen> from, ref int place)
    {
        for (var tries = 0; tries < Tries && from.Count > 0; tries++)
        {
            place = (place + 1) % from.Count;
            if (WriteOf(from[place]) is { } message)
            {
                return message;
            }
        }

        return null;
    }

    private WrittenMessage? WriteOf(Citizen citizen)
    {
        var message = citizen.Write(number => What(citizen, number), ledger.Watch.WallClock, ledger.Watch.Now);
        if (message is not null)
        {
            ledger.Add(message);
        }

        return message;
    }

    private (MessageKind Kind, string Text, string? Mark) What(Citizen citizen, int number)
    {
        var dice = _random.NextDouble();
        if (dice < settings.StatusShare)
        {
            return (MessageKind.Status, $"tolong cek {citizen.Application} lahir {CitizenNames.BirthDate}", null);
        }

        if (dice < settings.StatusShare + settings.NoiseShare)
        {
            return (MessageKind.Noise, KnownQuestions.Noise[_random.Next(KnownQuestions.Noise.Count)], null);
        }

        var question = KnownQuestions.At((citizen.Index * 5L) + number);
        return (MessageKind.Question, question.Text, question.Mark);
    }

    private void Send(IReadOnlyList<WrittenMessage> messages, CrowdMode mode, CancellationToken cancel)
    {
        var parcel = payloads.Of(messages);
        var copied = _random.NextDouble() < mode.CopiedShare;
        var delay = _random.NextDouble() < mode.DelayedShare ? mode.LongestDelay * _random.NextDouble() : TimeSpan.Zero;
        Interlocked.Increment(ref _underWay);
        _ = Task.Run(
            async () =>
            {
                try
                {
                    if (delay > TimeSpan.Zero)
                    {
                        await ledger.Watch.Wait(delay, cancel);
                    }

                    await postman.Deliver(parcel, copied ? mode.Copies : 0, cancel);
                }
                catch (OperationCanceledException) when (cancel.IsCancellationRequested)
                {
                    // The drill is over.
                }
                finally
                {
                    Interlocked.Decrement(ref _underWay);
                }
            },
            CancellationToken.None);
    }
}
