namespace Sigap.Bench;

/// <summary>Why nothing can be measured, in words for who started the bench.</summary>
internal sealed class BenchProblem(string message) : Exception(message);
