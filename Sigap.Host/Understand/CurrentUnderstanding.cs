using Sigap.Content;
using Sigap.Host.Content;
using Sigap.Language;

namespace Sigap.Host.Understand;

/// <summary>Reads with the vocabulary now in force; a changed one takes its place when the content was checked and accepted.</summary>
internal sealed class CurrentUnderstanding : IUnderstanding, IDisposable
{
    private readonly ContentStore _content;
    private volatile Understanding _current;

    public CurrentUnderstanding(ContentStore content)
    {
        _content = content;
        _current = Load(content.Current);
        _content.Changed += Change;
    }

    public Reading Read(string text) => _current.Read(text);

    public void Dispose() => _content.Changed -= Change;

    private void Change(ContentSet content) => _current = Load(content);

    private Understanding Load(ContentSet content) => new(
        VocabularyLoader.Load(_content.Folder).Vocabulary, [.. content.Offices.Values.Select(office => office.ApplicationCode)]);
}
