namespace Sigap.Host.StartPage;

/// <summary>What a newcomer can try: shown on the start page and beside the simulated phones. Optional.</summary>
public interface IDemoHints
{
    IReadOnlyList<DemoHint> Hints { get; }
}

/// <summary>A message to try and what it shows.</summary>
/// <param name="Text">What to write, e.g. an invented application number.</param>
/// <param name="Note">What it shows, in Indonesian.</param>
public sealed record DemoHint(string Text, string Note, string NoteInEnglish);
