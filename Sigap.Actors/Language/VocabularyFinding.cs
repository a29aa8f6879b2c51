namespace Sigap.Language;

/// <summary>Something wrong in a vocabulary file: which file, which line, what, and what to write instead.</summary>
public sealed record VocabularyFinding(string File, int Line, bool IsError, string Message);
