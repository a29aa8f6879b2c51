using Sigap.Language;
using Sigap.Tests.Support;

namespace Sigap.Tests.Language;

/// <summary>How much of what people type is understood. The lines are labelled by hand: <c>utterance TAB intent</c>.</summary>
public class UtterancesSpec
{
    [Theory]
    [InlineData("utterances.tsv", 97)]
    [InlineData("more-utterances.tsv", 97)]
    [InlineData("further-utterances.tsv", 93)]
    [InlineData("third-utterances.tsv", 95)]
    public void Nearly_everything_people_type_is_understood(string file, double percent)
    {
        var lines = Lines(file);
        var wrong = lines
            .Select(line => (line.Text, line.Intent, Read: RealConfig.Understanding.Read(line.Text).Intent.Name()))
            .Where(line => line.Read != line.Intent)
            .Select(line => $"{line.Text} is {line.Intent}, not {line.Read}")
            .ToList();

        var understood = 100.0 * (lines.Count - wrong.Count) / lines.Count;

        understood.ShouldBeGreaterThanOrEqualTo(percent, string.Join('\n', wrong));
    }

    [Fact]
    public void Capitals_punctuation_emoji_and_drawn_out_letters_change_little()
    {
        var lines = Lines("utterances.tsv");

        var changed = lines
            .Where(line => !line.Text.Any(char.IsAsciiDigit))
            .Count(line => RealConfig.Understanding.Read($"{line.Text.ToUpperInvariant()}!!! 🙂🇮🇩").Intent
                != RealConfig.Understanding.Read(line.Text).Intent);

        changed.ShouldBeLessThan(lines.Count / 50);
    }

    private static List<(string Text, string Intent)> Lines(string file) =>
        [.. File.ReadLines(RepositoryRoot.Combine("Sigap.Tests", "Language", file))
            .Select(line => line.Split('\t'))
            .Where(parts => parts.Length == 2)
            .Select(parts => (parts[0], parts[1]))];
}
