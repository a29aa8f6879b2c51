using Sigap.Tests.Support;

namespace Sigap.Tests.Scenarios;

/// <summary>
/// Every transcript, as it is; with a restart after every message; with every message delivered twice. SIGAP_APPROVE=1 writes
/// what came back into the files: read the difference before you commit it.
/// </summary>
public class ScenarioSpec
{
    private static readonly string Folder = Path.Combine(RepositoryRoot.Path, "Sigap.Tests", "Scenarios");

    public static IEnumerable<string> Paths => Directory.EnumerateFiles(Folder, "*.chat", SearchOption.AllDirectories);

    public static TheoryData<string> Files => [.. Paths
        .Select(file => Path.GetRelativePath(Folder, file).Replace('\\', '/'))
        .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_conversation_goes_as_written(string file) => await Check(file, restarts: false, repeats: false);

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Restarts_between_any_two_messages_change_nothing(string file) => await Check(file, restarts: true, repeats: false);

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Messages_delivered_twice_change_nothing(string file) => await Check(file, restarts: false, repeats: true);

    private static async Task Check(string file, bool restarts, bool repeats)
    {
        var path = Path.Combine(Folder, file);
        var written = (await File.ReadAllTextAsync(path)).ReplaceLineEndings("\n");

        var played = await new TranscriptPlayer(Transcript.Parse(written), RealConfig.Content, RealConfig.Understanding, restarts, repeats).Play();

        if (!restarts && !repeats && Environment.GetEnvironmentVariable("SIGAP_APPROVE") == "1")
        {
            await File.WriteAllTextAsync(path, played);
            return;
        }

        played.ShouldBe(written.TrimEnd('\n') + "\n", file);
    }
}
