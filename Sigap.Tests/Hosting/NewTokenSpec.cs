using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Sigap.Host.WhatsApp;
using Sigap.Tests.Support;
using GraphAnswer = Sigap.Tests.Support.GraphAnswer;

namespace Sigap.Tests.Hosting;

/// <summary>The whole program with an access token that WhatsApp takes back.</summary>
[Collection(HostingCollection.Name)]
public sealed class NewTokenSpec : IAsyncLifetime
{
    private const string Business = "109000000000001";
    private readonly DataFolder _folder = new();
    private GraphStandIn _graph = null!;

    public async Task InitializeAsync() => _graph = await GraphStandIn.Start();

    public async Task DisposeAsync()
    {
        await _graph.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task What_is_owed_is_kept_an_operator_is_called_and_all_of_it_leaves_at_once_with_a_new_token()
    {
        using var token = new ChangingToken("revoked");
        _graph.Answer = send => send.Authorization == "Bearer fresh" ? GraphAnswer.Accepted : new GraphAnswer(401, 190);
        await using var sigap = await SigapInProcess.Start(
            _folder.Settings(_graph.Url, "--Transport:StopTime=01:00:00"), adjust: token.Register);

        for (var applicant = 0; applicant < 5; applicant++)
        {
            (await sigap.Webhook.Post(SignedWebhook.Text(Business, $"628110000000{applicant}", $"wamid.in.{applicant}", "halo", DateTimeOffset.UtcNow)))
                .ShouldBe(HttpStatusCode.OK);
        }

        await Eventually.Becomes(
            () => sigap.Log.All.Contains("Alert number-stopped", StringComparison.Ordinal), () => $"an operator is called. {sigap.Log.All}");
        new JournalOnDisk(_folder.Database).NothingIsOwed().ShouldBeFalse();

        token.Change("fresh");

        await Eventually.Becomes(new JournalOnDisk(_folder.Database).NothingIsOwed, () => $"every reply is settled. {sigap.Log.All}");
        _graph.Sends.Where(send => send.Authorization == "Bearer fresh").CountBy(send => send.Reply).ShouldAllBe(reply => reply.Value == 1);
    }

    private sealed class ChangingToken(string first) : IOptionsChangeTokenSource<WhatsAppOptions>, IDisposable
    {
        private CancellationTokenSource _change = new();
        private string _token = first;

        public string Name => Options.DefaultName;

        public IChangeToken GetChangeToken() => new CancellationChangeToken(_change.Token);

        public void Register(IServiceCollection services) => services
            .AddSingleton<IOptionsChangeTokenSource<WhatsAppOptions>>(this)
            .PostConfigure<WhatsAppOptions>(options => options.AccessToken = _token);

        public void Change(string token)
        {
            _token = token;
            using var before = _change;
            _change = new CancellationTokenSource();
            before.Cancel();
        }

        public void Dispose() => _change.Dispose();
    }
}
