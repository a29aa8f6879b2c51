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
        var journal = new JournalOnDisk(folder.Database);
        var applicants = new ManyApplicants(1000, seed);
        string written;

        using (var killed = await SigapProcess.Start(folder, settings))
        {
            var posting = applicants.Post(killed.Webhook);
            await Eventually.Becomes(
                () => applicants.Acknowledged >= applicants.SomewhereInTheMiddle,
                () => $"{applicants.SomewhereInTheMiddle} messages are acknowledged; {applicants.Acknowledged} are. {killed.Written}");
            await killed.Kill();
            await posting;
            written = killed.Written;
        }

        var before = journal.Replies();
        var acknowledged = applicants.Acknowledged;
        (journal.Turns() + journal.Waiting()).ShouldBeGreaterThanOrEqualTo(acknowledged, "acknowledged is durable");

        using var restarted = await SigapProcess.Start(folder, settings);
        await applicants.PostUntilAcknowledged(restarted.Webhook);
        await Eventually.Becomes(journal.IsQuiet, () => $"every reply is sent; owed: {journal.Query<long>("SELECT COUNT(*) FROM owed")}");

        PromiseCheck.EveryMessageIsOneTurnWithAnAnswer(journal, applicants.Messages);
        var again = PromiseCheck.EveryReplyWasSentOnceAndInOrder(graph, journal, before);
        foreach (var personal in applicants.Personal())
        {
            (written + restarted.Written).ShouldNotContain(personal);
        }

        output.WriteLine(
            $"seed {seed}: killed after {acknowledged} of {applicants.Messages} acknowledgements, {before.Values.Count(how => how is null)} replies " +
            $"owed at that moment; sent once more: {again}");
    }
}
