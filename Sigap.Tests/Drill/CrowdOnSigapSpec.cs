using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Sigap.Bench.Drill;
using Sigap.Bench.Drill.Checks;
using Sigap.Bench.Drill.Crowd;
using Sigap.Bench.Drill.Graph;
using Sigap.Content;
using Sigap.Tests.Hosting;
using Sigap.Tests.Storage;
using Sigap.Tests.Support;
using Xunit.Abstractions;

namespace Sigap.Tests.Drill;

/// <summary>The crowd and the checks of a drill against a whole Sigap on PostgreSQL, of which nothing is broken but the Graph API.</summary>
[Collection(HostingCollection.Name)]
public sealed class CrowdOnSigapSpec(ITestOutputHelper output) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly DataFolder _folder = new();
    private readonly TempPostgres _temp = new();

    public void Dispose()
    {
        _temp.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_crowd_whose_replies_are_dropped_and_whose_webhooks_come_again_finds_every_promise_kept()
    {
        var settings = new CrowdSettings { Rate = 40, Seed = 7, Applicants = 200, Bookers = 12, BookingShare = 0.2, AppSecret = DataFolder.AppSecret };
        var nodes = new Nodes();
        await using var world = await DrillWorld.Start(settings, Content(), nodes, IPAddress.Loopback, TimeProvider.System);
        await using var sigap = await SigapInProcess.Start(_folder.Settings(
            $"{world.Graph.Address}", _temp.Options, "--Transport:MessagesPerSecond=1000", "--Conversations:TurnsBeforePause=60",
            "--Conversations:PauseWindow=00:00:01", "--Conversations:UnknownWait=00:00:02", "--WhatsApp:SendTimeout=00:00:03",
            "--Simulator:Enabled=false"));
        var content = sigap.Services.GetRequiredService<IContentSource>().Current;
        Directory.CreateDirectory(Path.Combine(_folder.Path, "import"));
        await DrillApplications.Import(
            world.Citizens, content, _folder.Settings("http://127.0.0.1:9", _temp.Options), Path.Combine(_folder.Path, "import"),
            TimeProvider.System.GetUtcNow(), CancellationToken.None);
        nodes.Add(new WebhookNode("sigap-1", new IPEndPoint(IPAddress.Loopback, sigap.Webhook.Http.BaseAddress!.Port)));

        await Eventually.Becomes(() => world.Ready.Count == 1, () => "the balancer sends webhooks to the node", seconds: 60);

        world.StartWriting();
        await Written(world, 150);
        world.Graph.Fault = GraphFault.AcceptsThenDrops;
        await Written(world, 300);
        world.Graph.Fault = GraphFault.None;
        world.Crowd.Mode = CrowdMode.DuplicateFlood with { BurstShare = 0.3 };
        await Written(world, 400);
        await Eventually.Becomes(
            () => world.Sent.Sends.Any(send => BookingTalk.ConfirmedIn(send.Text) != null), () => "somebody has booked a place", seconds: 120);

        var drained = await world.Drain(
            Patience, cancel => DatabaseLook.SaysNothingIsOwed(_temp.Options.ConnectionString, cancel), CancellationToken.None);
        var checks = new DrillChecks(world.Ledger, world.Sent, _temp.Options.ConnectionString, content, new Dictionary<string, string>());
        var verdict = await checks.Run([], mostConnections: 200, CancellationToken.None);

        var row = new PhaseRow("drops and duplicates", PhaseFigures.Of(world.Ledger, world.Sent, TimeSpan.Zero, TimeSpan.MaxValue), verdict, null, drained);
        new ReportPage([], [row], []).Print(new Lines(output));
        drained.ShouldNotBeNull(sigap.Log.All);
        verdict.Broken.Select(finding => $"{finding.Promise} {finding.Evidence}").ShouldBeEmpty();
        row.Figures.Answered.ShouldBe(world.Ledger.Count);
        world.Sent.Strangers.ShouldBe(0);
    }

    private static ContentSet Content() =>
        Sigap.Content.Loading.ContentLoader.Load(RepositoryRoot.Combine("config"), DateOnly.FromDateTime(DateTime.UtcNow)).Content!;

    private static Task Written(DrillWorld world, int messages) => Eventually.Becomes(
        () => world.Ledger.Count >= messages, () => $"{messages} messages are written; {world.Ledger.Count} are", seconds: 60);

    private sealed class Nodes : IWebhookNodes
    {
        private readonly List<WebhookNode> _all = [];

        public IReadOnlyList<WebhookNode> All => [.. _all];

        public void Add(WebhookNode node) => _all.Add(node);
    }

    private sealed class Lines(ITestOutputHelper output) : StringWriter
    {
        public override void WriteLine(string? value) => output.WriteLine(value ?? "");

        public override void WriteLine() => output.WriteLine("");
    }
}
