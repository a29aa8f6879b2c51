using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Sigap.Bench.Drill.Stage;

/// <summary>What a node wrote over all its lives: the whole of it in a file, and how often it said what.</summary>
internal sealed partial class NodeLog : IDisposable
{
    private const int LongestKind = 110;

    private readonly Lock _gate = new();
    private readonly StreamWriter _file;
    private readonly Dictionary<string, int> _kinds = [];
    private readonly Queue<string> _last = new();

    public NodeLog(string folder, string node)
    {
        File = Path.Combine(folder, $"{node}.log");
        _file = new StreamWriter(File, append: true) { AutoFlush = true };
    }

    public string File { get; }

    /// <summary>Warnings and errors, without what differs from one to the next, and how often each came.</summary>
    public ImmutableSortedDictionary<string, int> Kinds
    {
        get
        {
            lock (_gate)
            {
                return _kinds.ToImmutableSortedDictionary(StringComparer.Ordinal);
            }
        }
    }

    public string LastLines
    {
        get
        {
            lock (_gate)
            {
                return string.Join(Environment.NewLine, _last);
            }
        }
    }

    public void Hear(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_gate)
        {
            _file.WriteLine(line);
            _last.Enqueue(line);
            if (_last.Count > 40)
            {
                _last.Dequeue();
            }

            if (Serious().Match(line) is { Success: true } serious)
            {
                var kind = Kind(serious.Groups["what"].Value);
                _kinds[kind] = _kinds.GetValueOrDefault(kind) + 1;
            }
        }
    }

    public void Dispose() => _file.Dispose();

    private static string Kind(string what)
    {
        var kind = Particular().Replace(Origin().Replace(what, ""), "#");
        return kind.Length > LongestKind ? kind[..LongestKind] : kind;
    }

    /// <summary>A line of the console's log: time, level, place, text.</summary>
    [GeneratedRegex(@"^\S+ (?<what>(warn|fail|crit): .*)")]
    private static partial Regex Serious();

    /// <summary>The number of an event, and what Akka writes before its text: level, time, thread, actor.</summary>
    [GeneratedRegex(@"\[0\]|\[(WARNING|ERROR)\]\[[^\]]*\]\[Thread \d+\]\[[^\]]*\] ?")]
    private static partial Regex Origin();

    /// <summary>Numbers, hashes, addresses, paths: whatever holds a digit.</summary>
    [GeneratedRegex(@"[^\s""'()\[\],;]*\d[^\s""'()\[\],;]*")]
    private static partial Regex Particular();
}
