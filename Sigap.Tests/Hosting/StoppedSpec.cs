using Akka.Actor;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Sigap.Tests.Support;
using Xunit.Abstractions;

namespace Sigap.Tests.Hosting;

[Collection(HostingCollection.Name)]
public sealed class StoppedSpec(ITestOutputHelper output)
{
    [Theory]
    [InlineData("TERM", 3)]
    [InlineData("INT", 4)]
    public async Task Stopped_under_load_it_ends_in_order_loses_nothing_and_sends_nothing_twice(string signal, int seed)
    {
        await using var graph = await GraphStandIn.Start();
        graph.Answer = _ => GraphAnswer.Accepted with { Delay = TimeSpan.FromMilliseconds(50) };
        using var folder = new DataFolder();
        var settings = folder.Settings(graph.Url);
        var journal = new JournalOnDisk(folder.Database);
        var applicants = new ManyApplicants(300, seed);

        using (var stopped = await SigapProcess.Start(folder, settings))
        {
            var posting = applicants.Post(stopped.Webhook);
            await Eventually.Becomes(
                () => applicants.Acknowledged >= applicants.SomewhereInTheMiddle,
                () => $"{applicants.SomewhereInTheMiddle} messages are acknowledged; {applicants.Acknowledged} are. {stopped.Written}");
            (await stopped.Signal(signal)).ShouldBe(0, stopped.Written);
            await posting;
            stopped.Written.ShouldNotContain("fail:");
            stopped.Written.ShouldNotContain("Unhandled");
            output.WriteLine(stopped.Written);
        }

        var acknowledged = applicants.Acknowledged;
        var taken = graph.Taken;
        var owed = journal.Replies().Values.Count(how => how is null);
        (journal.Turns() + journal.Waiting()).ShouldBeGreaterThanOrEqualTo(acknowledged, "acknowledged is durable");

        using var restarted = await SigapProcess.Start(folder, settings);
        await applicants.PostUntilAcknowledged(restarted.Webhook);
        await Eventually.Becomes(journal.IsQuiet, () => $"every reply is sent; owed: {journal.Query<long>("SELECT COUNT(*) FROM owed")}");

        PromiseCheck.EveryMessageIsOneTurnWithAnAnswer(journal, applicants.Messages);
        PromiseCheck.EveryReplyWasSentOnceAndInOrder(graph, journal, journal.Replies()).ShouldBe(0);
        output.WriteLine($"SIG{signal}: {acknowledged} acknowledged, {taken} sent, {owed} still owed when it ended; each sent once in the end");
    }

    [Fact]
    public async Task The_program_ends_when_its_actor_system_does()
    {
        await using var graph = await GraphStandIn.Start();
        using var folder = new DataFolder();
        var last = new LastToStop();
        await using var sigap = await SigapInProcess.Start(
            folder.Settings(graph.Url), adjust: services => services.Insert(0, ServiceDescriptor.Singleton<IHostedService>(last)));

        await sigap.Services.GetRequiredService<ActorSystem>().Terminate();

        await sigap.Ended().WaitAsync(TimeSpan.FromSeconds(60));
        last.WasCutOff.ShouldBe(false, "no service waits for actors that are gone until the time for a stop is over");
    }

    /// <summary>Services stop in the reverse order of their start.</summary>
    private sealed class LastToStop : IHostedService
    {
        public bool? WasCutOff { get; private set; }

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken)
        {
            WasCutOff = cancellationToken.IsCancellationRequested;
            return Task.CompletedTask;
        }
    }
}
