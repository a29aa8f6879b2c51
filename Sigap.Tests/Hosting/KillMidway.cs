using Sigap.Tests.Support;

namespace Sigap.Tests.Hosting;

/// <summary>
/// The program is killed while many applicants write, and started again; who got no answer writes again. Whatever the database:
/// what was acknowledged is durable, each message is one turn, each reply is sent once and in order, and the log names nobody.
/// </summary>
internal sealed record KillMidway(int Acknowledged, int OwedThen, int SentAgain, string Written)
{
    public static async Task<KillMidway> Play(
        DataFolder folder, string[] settings, GraphStandIn graph, JournalOnDisk journal, ManyApplicants applicants)
    {
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
        written += restarted.Written;
        applicants.Personal().Where(written.Contains).ShouldBeEmpty();
        return new KillMidway(acknowledged, before.Values.Count(how => how is null), again, written);
    }
}
