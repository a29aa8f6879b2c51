using Sigap.Bench.Results;

namespace Sigap.Bench.Rush;

/// <summary>A result file of the rush: where, what, how, and the figures of every run.</summary>
internal sealed record RushResult(
    DateTimeOffset Date, string Commit, Machine Machine, RushSettings Settings, IReadOnlyList<RushFigures> Runs);
