using Sigap.Kernel;
using Sigap.Tests.Support;

namespace Sigap.Tests.Scenarios;

/// <summary>No text of the content is left that nobody has ever seen in a conversation.</summary>
public class ScenarioCoverageSpec
{
    /// <summary>Said where a transcript cannot lead: after a fault in deciding, and when the notice that a booking or a visit is over was lost.</summary>
    private static readonly string[] BeyondTranscripts = ["failed", "booking.gone", "queue.over"];

    [Theory]
    [InlineData(LanguageCode.Indonesian)]
    [InlineData(LanguageCode.English)]
    public async Task Every_text_is_said_in_some_scenario(LanguageCode language)
    {
        var said = await Said();

        RealConfig.Content.Current.Texts[language].Nodes.Keys
            .Except(BeyondTranscripts)
            .Where(node => !said.Contains((language, node)))
            .Order(StringComparer.Ordinal)
            .ShouldBeEmpty();
    }

    private static async Task<HashSet<(LanguageCode Language, string Node)>> Said()
    {
        var said = new HashSet<(LanguageCode, string)>();
        foreach (var file in ScenarioSpec.Paths)
        {
            var transcript = Transcript.Parse(await File.ReadAllTextAsync(file));
            var player = new TranscriptPlayer(transcript, RealConfig.Content, RealConfig.Understanding, restarts: false, repeats: false);
            await player.Play();
            said.UnionWith(player.Said);
        }

        return said;
    }
}
