namespace Sigap.Host.StartPage;

/// <summary>The boards of the offices: linked on the start page. Optional.</summary>
public interface IBoardLinks
{
    IReadOnlyList<BoardLink> Today();
}

/// <param name="DoorCode">Shown on the start page beside a simulator only: who knows it can say he is in the hall.</param>
public sealed record BoardLink(string Path, string Name, string English, string DoorCode);
