using Sigap.Tests.Support;
using Xunit.Abstractions;

namespace Sigap.Tests.Hosting;

[Collection(HostingCollection.Name)]
public sealed class KilledSpec(ITestOutputHelper output)
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Killed_in_the_middle_of_a_thousand_conversations_nothing_is_lost_and_nothing_answered_twice(int seed)
    {
        await using var graph = await GraphStandIn.Start();
        using var folder = new DataFolder();
        var settings = folder.Settings(graph.Url, "--Transport:MessagesPerSecond=1000");
        var applicants = new ManyApplicants(1000, seed);

        var story = await KillMidway.Play(folder, settings, graph, new JournalOnDisk(folder.Database), applicants);

        output.WriteLine(
            $"seed {seed}: killed after {story.Acknowledged} of {applicants.Messages} acknowledgements, {story.OwedThen} replies " +
            $"owed at that moment; sent once more: {story.SentAgain}");
    }
}
