namespace Sigap.Content;

/// <summary>Something wrong with a file under <c>config/</c>, where it is, and what to do about it.</summary>
/// <param name="File">Relative, with forward slashes.</param>
/// <param name="Line">From 1.</param>
public sealed record Finding(string File, int Line, Severity Severity, string Message)
{
    public bool IsError => Severity == Severity.Error;

    /// <summary><c>file:line: message</c>, the form editors and build logs make clickable.</summary>
    public override string ToString() => $"{File}:{Line}: {(IsError ? "" : "warning: ")}{Message}";
}

public enum Severity
{
    Warning = 1,
    Error = 2,
}
