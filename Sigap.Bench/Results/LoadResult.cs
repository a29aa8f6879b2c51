using Sigap.Bench.Load;

namespace Sigap.Bench.Results;

/// <summary>A result file: where, what, how, and the figures of every run.</summary>
internal sealed record LoadResult(
    DateTimeOffset Date, string Commit, Machine Machine, LoadSettings Settings, Figures Median, IReadOnlyList<Figures> Runs);
