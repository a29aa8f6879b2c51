using System.Collections.Immutable;
using Sigap.Bench.Drill.Crowd;

namespace Sigap.Bench.Drill.Graph;

/// <summary>Ledger G: everything that came to the Graph API, written down before it was decided what to answer.</summary>
internal sealed class GraphLedger(DrillWatch watch)
{
    private readonly Lock _lock = new();
    private readonly List<GraphSend> _sends = [];
    private readonly HashSet<(string Conversation, long Reply)> _taken = [];
    private readonly HashSet<string> _words = [];
    private readonly PairPace _pace = new();
    private int _strangers;
    private int _readMarks;

    /// <summary>In the order they came.</summary>
    public ImmutableArray<GraphSend> Sends
    {
        get
        {
            lock (_lock)
            {
                return [.. _sends];
            }
        }
    }

    /// <summary>Sends that WhatsApp would have refused: too many to the same applicant in too short a time.</summary>
    public int TooFastForPair
    {
        get
        {
            lock (_lock)
            {
                return _pace.TooFast;
            }
        }
    }

    /// <summary>The most sends within a second from one business number.</summary>
    public int MostPerSecond
    {
        get
        {
            lock (_lock)
            {
                return _pace.MostPerSecond;
            }
        }
    }

    /// <summary>Requests that could not be read, or carried no tag: none of Sigap's.</summary>
    public int Strangers => Volatile.Read(ref _strangers);

    public int ReadMarks => Volatile.Read(ref _readMarks);

    /// <param name="isNew">Taken, and never before: the applicant has something new to read.</param>
    public GraphSend Add(GraphRequest.Message message, GraphBehaviour behaviour, out bool isNew)
    {
        lock (_lock)
        {
            var now = watch.Now;
            var send = new GraphSend(
                _sends.Count, now, Kept(message.Business), Kept(message.Phone), Kept(message.Conversation), message.Reply, message.Attempt,
                Kept(message.Text), behaviour);
            _sends.Add(send);
            _pace.Note(send.Business, send.Phone, now);
            isNew = send.IsTaken && _taken.Add((send.Conversation, send.Reply));
            return send;
        }
    }

    public void Strange() => Interlocked.Increment(ref _strangers);

    public void Marked() => Interlocked.Increment(ref _readMarks);

    /// <summary>The same words come thousands of times; kept once, a drill fits into the memory.</summary>
    private string Kept(string words)
    {
        if (_words.TryGetValue(words, out var known))
        {
            return known;
        }

        _words.Add(words);
        return words;
    }
}
