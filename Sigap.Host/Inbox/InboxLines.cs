using Sigap.Kernel;

namespace Sigap.Host.Inbox;

/// <summary>
/// Keeps the messages of a conversation in line on this node: one at a time is asked or written, and while one waits in the
/// inbox, those after it wait behind it.
/// </summary>
internal sealed class InboxLines
{
    private readonly Lock _all = new();
    private readonly Dictionary<ConversationId, Line> _lines = [];

    /// <summary>Conversations that are known to have items in the inbox.</summary>
    public IReadOnlyList<ConversationId> Waiting
    {
        get
        {
            lock (_all)
            {
                return [.. _lines.Where(line => line.Value.IsWaiting).Select(line => line.Key)];
            }
        }
    }

    /// <summary>From now on messages of these conversations go to the inbox.</summary>
    public void Wait(IEnumerable<ConversationId> conversations)
    {
        lock (_all)
        {
            foreach (var conversation in conversations)
            {
                var line = LineOf(conversation);
                line.IsWaiting = true;
                line.Tidings++;
            }
        }
    }

    /// <summary>Returns when it is the caller's turn with the conversation, which ends when the turn is disposed.</summary>
    public async Task<Turn> Enter(ConversationId conversation, CancellationToken cancel)
    {
        Line line;
        lock (_all)
        {
            line = LineOf(conversation);
            line.Users++;
        }

        try
        {
            await line.Gate.WaitAsync(cancel);
            return new Turn(this, conversation, line);
        }
        catch
        {
            Leave(conversation, line);
            throw;
        }
    }

    private Line LineOf(ConversationId conversation)
    {
        if (!_lines.TryGetValue(conversation, out var line))
        {
            _lines[conversation] = line = new Line();
        }

        return line;
    }

    private void Leave(ConversationId conversation, Line line)
    {
        lock (_all)
        {
            line.Users--;
            if (line is { Users: 0, IsWaiting: false })
            {
                _lines.Remove(conversation);
                line.Dispose();
            }
        }
    }

    /// <summary>A stay with a conversation during which nobody else on this node asks it or writes for it.</summary>
    public sealed class Turn : IDisposable
    {
        private readonly InboxLines _lines;
        private readonly ConversationId _conversation;
        private readonly Line _line;

        internal Turn(InboxLines lines, ConversationId conversation, Line line) => (_lines, _conversation, _line) = (lines, conversation, line);

        /// <summary>Whether messages of this conversation go to the inbox.</summary>
        public bool IsWaiting
        {
            get
            {
                lock (_lines._all)
                {
                    return _line.IsWaiting;
                }
            }

            set
            {
                lock (_lines._all)
                {
                    _line.IsWaiting = value;
                }
            }
        }

        /// <summary>How often it was told that something waits.</summary>
        public long Tidings
        {
            get
            {
                lock (_lines._all)
                {
                    return _line.Tidings;
                }
            }
        }

        /// <summary>Nothing waits any more, unless it was told of something meanwhile.</summary>
        /// <param name="tidings">As many as there were before it was looked whether anything waits.</param>
        public void FoundEmpty(long tidings)
        {
            lock (_lines._all)
            {
                _line.IsWaiting = _line.IsWaiting && _line.Tidings != tidings;
            }
        }

        public void Dispose()
        {
            _line.Gate.Release();
            _lines.Leave(_conversation, _line);
        }
    }

    internal sealed class Line : IDisposable
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public int Users { get; set; }

        public bool IsWaiting { get; set; }

        public long Tidings { get; set; }

        public void Dispose() => Gate.Dispose();
    }
}
