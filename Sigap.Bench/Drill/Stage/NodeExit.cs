namespace Sigap.Bench.Drill.Stage;

/// <summary>The end of a node's process.</summary>
/// <param name="Asked">The drill ended it. Otherwise it ended by itself, and was started again.</param>
internal sealed record NodeExit(string Node, DateTimeOffset At, int Code, bool Asked);
