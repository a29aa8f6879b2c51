namespace Sigap.Content;

/// <summary>Gives the content now in force; it changes when files change and still check out.</summary>
public interface IContentSource
{
    ContentSet Current { get; }
}
