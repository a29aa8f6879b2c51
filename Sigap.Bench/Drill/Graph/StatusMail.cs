using Sigap.Bench.Drill.Crowd;

namespace Sigap.Bench.Drill.Graph;

/// <summary>
/// Posts the three statuses of every message taken, as untidily as WhatsApp does: some before the send was answered, some late,
/// some twice, some in the wrong order, several in one post.
/// </summary>
internal sealed class StatusMail(CrowdPayloads payloads, Postman postman, DrillWatch watch, CrowdSettings settings)
{
    private const int MostPerPost = 20;
    private const double EarlyShare = 0.05;
    private const double TwiceShare = 0.05;
    private const double WrongOrderShare = 0.05;
    private const double LateShare = 0.03;
    private static readonly string[] Stages = ["sent", "delivered", "read"];
    private static readonly TimeSpan Flush = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan EarlyPatience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(2);

    private readonly Lock _lock = new();
    private readonly PriorityQueue<StatusNews, TimeSpan> _due = new();
    private readonly Random _random = new(settings.Seed);

    /// <summary>Nothing waits for its time.</summary>
    public bool IsEmpty
    {
        get
        {
            lock (_lock)
            {
                return _due.Count == 0;
            }
        }
    }

    /// <summary>Before the send is answered: now and then its first status is posted, and acknowledged, before.</summary>
    public async Task Announce(GraphSend send, CancellationToken cancel)
    {
        if (Plan(send) is not { } early)
        {
            return;
        }

        var posting = postman.Deliver(payloads.Of([early]), copies: 0, cancel);
        await Task.WhenAny(posting, watch.Wait(EarlyPatience, cancel));
    }

    /// <summary>Posts what is due, for as long as the drill lasts.</summary>
    public async Task Work(CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            await watch.Wait(Flush, cancel);
            while (Due() is { Count: > 0 } news)
            {
                _ = Task.Run(() => postman.Deliver(payloads.Of(news), copies: 0, cancel), CancellationToken.None);
            }
        }
    }

    /// <returns>A status to post at once.</returns>
    private StatusNews? Plan(GraphSend send)
    {
        lock (_lock)
        {
            var at = watch.Now;
            string[] order = _random.NextDouble() < WrongOrderShare ? [Stages[2], Stages[0], Stages[1]] : Stages;
            var isEarly = _random.NextDouble() < EarlyShare;
            foreach (var stage in isEarly ? order[1..] : order)
            {
                at += Usual * _random.NextDouble();
                var due = stage != Stages[0] && _random.NextDouble() < LateShare ? at + (settings.LatestStatus * _random.NextDouble()) : at;
                _due.Enqueue(News(send, stage), due);
                if (_random.NextDouble() < TwiceShare)
                {
                    _due.Enqueue(News(send, stage), due + (Usual * _random.NextDouble()));
                }
            }

            return isEarly ? News(send, order[0]) : null;
        }
    }

    private StatusNews News(GraphSend send, string stage) =>
        new(send.Business, send.Phone, send.MessageId, send.Tag, stage, watch.WallClock);

    private List<StatusNews> Due()
    {
        var news = new List<StatusNews>();
        lock (_lock)
        {
            while (news.Count < MostPerPost && _due.TryPeek(out _, out var at) && at <= watch.Now)
            {
                news.Add(_due.Dequeue());
            }
        }

        return news;
    }
}
