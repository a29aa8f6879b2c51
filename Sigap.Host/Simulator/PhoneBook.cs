namespace Sigap.Host.Simulator;

/// <summary>All phones and their chats, in memory and bounded. One lock: this is played by a handful of people.</summary>
internal sealed class PhoneBook
{
    public const int PhoneLimit = 50;
    public const int BubbleLimit = 200;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, (Phone Phone, List<Bubble> Chat)> _phones = [];
    private readonly HashSet<Listener> _listeners = [];
    private long _version;

    /// <summary>Tells a page that reconnects whether it talks to the same run: versions start anew with the process.</summary>
    public string Run { get; } = Guid.NewGuid().ToString("N")[..8];

    public IReadOnlyList<Phone> Phones
    {
        get
        {
            lock (_gate)
            {
                return [.. _phones.Values.Select(p => p.Phone)];
            }
        }
    }

    /// <summary>Adds or renames. False when the book is full.</summary>
    public bool Keep(Phone phone)
    {
        lock (_gate)
        {
            if (_phones.TryGetValue(phone.Number, out var known))
            {
                _phones[phone.Number] = (phone, known.Chat);
                return true;
            }

            return _phones.Count < PhoneLimit && _phones.TryAdd(phone.Number, (phone, []));
        }
    }

    public void Remove(string number)
    {
        lock (_gate)
        {
            _phones.Remove(number);
        }
    }

    public Phone? Find(string number)
    {
        lock (_gate)
        {
            return _phones.TryGetValue(number, out var known) ? known.Phone : null;
        }
    }

    public Phone? FindByScopedId(string id) => Phones.FirstOrDefault(p => p.ScopedId == id);

    public Bubble? Bubble(string number, string id)
    {
        lock (_gate)
        {
            return _phones.TryGetValue(number, out var known) ? known.Chat.Find(b => b.Id == id) : null;
        }
    }

    /// <summary>The phone whose chat holds the message, as only the id is known to the business.</summary>
    public Phone? Holder(string bubble)
    {
        lock (_gate)
        {
            return _phones.Values.FirstOrDefault(p => p.Chat.Exists(b => b.Id == bubble)).Phone;
        }
    }

    public void Append(string number, Bubble bubble)
    {
        lock (_gate)
        {
            if (_phones.TryGetValue(number, out var known))
            {
                known.Chat.Add(bubble with { Version = ++_version });
                if (known.Chat.Count > BubbleLimit)
                {
                    known.Chat.RemoveAt(0);
                }

                Poke(number, Signal.Changed);
            }
        }
    }

    /// <summary>Changes every bubble that fits; returns those that really changed, as they were before.</summary>
    public IReadOnlyList<Bubble> Change(string number, Func<Bubble, bool> fits, Func<Bubble, Bubble> change)
    {
        var changed = new List<Bubble>();
        lock (_gate)
        {
            if (!_phones.TryGetValue(number, out var known))
            {
                return changed;
            }

            for (var i = 0; i < known.Chat.Count; i++)
            {
                var before = known.Chat[i];
                if (fits(before) && change(before) is var after && after != before)
                {
                    changed.Add(before);
                    known.Chat[i] = after with { Version = ++_version };
                }
            }

            Poke(number, Signal.Changed);
        }

        return changed;
    }

    /// <summary>What is newer than a version, oldest change first.</summary>
    public IReadOnlyList<(string Phone, Bubble Bubble)> Since(long version, IReadOnlyCollection<string> numbers)
    {
        lock (_gate)
        {
            return [.. numbers
                .Where(_phones.ContainsKey)
                .SelectMany(n => _phones[n].Chat.Where(b => b.Version > version).Select(b => (n, b)))
                .OrderBy(x => x.b.Version)];
        }
    }

    /// <summary>Something to show and forget: typing, a look at the wire.</summary>
    public void Tell(string number, Signal signal)
    {
        lock (_gate)
        {
            Poke(number, signal);
        }
    }

    public Listener Listen(IReadOnlyCollection<string> numbers)
    {
        var listener = new Listener(numbers, gone =>
        {
            lock (_gate)
            {
                _listeners.Remove(gone);
            }
        });

        lock (_gate)
        {
            _listeners.Add(listener);
        }

        return listener;
    }

    private void Poke(string number, Signal signal)
    {
        foreach (var listener in _listeners)
        {
            listener.Hear(number, signal);
        }
    }
}
