using Sigap.Language;
using Sigap.Tests.Support;

namespace Sigap.Tests.Language;

public sealed class VocabularySpec : IDisposable
{
    private const string Head = "source: invented\nchecked: 2026-11-24\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("vocabulary").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_vocabulary_that_ships_is_sound() =>
        new VocabularyCheck().Check(RepositoryRoot.Combine("config"), RealConfig.Content.Current).ShouldBeEmpty();

    [Theory]
    [InlineData("concepts:\n  a: apel\nintents:\n  status:\n    b: 3\n", 6, "no concept")]
    [InlineData("concepts:\n  a: apel\nintents:\n  stats:\n    a: 3\n", 7, "unknown intent 'stats'")]
    [InlineData("concepts:\n  a: apel\nintents:\n  status:\n    a: much\n", 7, "write a number")]
    [InlineData("spellings:\n  apel: aple\n  apa: aple\n", 5, "already stands under 'apel'")]
    [InlineData("colours:\n  a: b\n", 3, "unknown section 'colours'")]
    [InlineData("concepts: {a: [b\n", 4, "is not YAML")]
    [InlineData("concepts:\n  a: apel\ntopics:\n  payment:\n    a: no-such-text\n", 7, "no-such-text")]
    [InlineData("concepts:\n  a: apel\ntopics:\n  requirements:\n    a: \"@requirements:moon\"\n", 7, "is no kind of application")]
    public void A_wrong_entry_is_found_with_its_line(string text, int line, string message)
    {
        Write(Head + text);

        var finding = new VocabularyCheck().Check(_folder, RealConfig.Content.Current).ShouldHaveSingleItem();

        finding.File.ShouldBe("content/id/vocabulary.yaml");
        finding.Message.ShouldContain(message);
        finding.Line.ShouldBeInRange(line - 1, line + 1);
    }

    [Fact]
    public void A_missing_file_is_a_finding() =>
        VocabularyLoader.Load(_folder).Findings.Length.ShouldBe(2);

    private void Write(string indonesian)
    {
        foreach (var (language, text) in new[] { ("id", indonesian), ("en", Head) })
        {
            var folder = Directory.CreateDirectory(Path.Combine(_folder, "content", language));
            File.WriteAllText(Path.Combine(folder.FullName, "vocabulary.yaml"), text);
        }
    }
}
