using Sigap.Content;
using Sigap.Content.Loading;
using Sigap.Language;

namespace Sigap.Tests.Support;

/// <summary>The facts, texts and words that Sigap ships, loaded once.</summary>
internal static class RealConfig
{
    private static readonly Lazy<(IContentSource Content, IUnderstanding Understanding)> Loaded = new(Load);

    public static IContentSource Content => Loaded.Value.Content;

    public static IUnderstanding Understanding => Loaded.Value.Understanding;

    private static (IContentSource, IUnderstanding) Load()
    {
        var folder = RepositoryRoot.Combine("config");
        var content = ContentLoader.Load(folder, new DateOnly(2026, 11, 24)).Content.ShouldNotBeNull("config/ has errors: run the check");
        var codes = content.Offices.Values.Select(office => office.ApplicationCode);
        return (new FixedContent(content), new Understanding(VocabularyLoader.Load(folder).Vocabulary, codes));
    }
}
