using System.Text;
using BenchmarkDotNet.Attributes;
using Sigap.Bench.Load;
using Sigap.Bench.Programs;
using Sigap.Content.Loading;
using Sigap.Conversations;
using Sigap.Host.Webhook;
using Sigap.Host.WhatsApp;
using Sigap.Kernel;
using Sigap.Language;
using Sigap.Pickup;
using Sigap.Transport;
using Wording = Sigap.Conversations.Wording;

namespace Sigap.Bench.Micro;

/// <summary>The parts of a turn, in the order a message meets them, on the content Sigap ships.</summary>
[MemoryDiagnoser]
[HideColumns("Job", "Error", "StdDev", "Median", "RatioSD", "Toolchain", "IterationCount", "LaunchCount", "WarmupCount")]
public class TurnBenchmarks
{
    private const string Text = "pspor sy udh jd blm ya, cara bayarnya gmn";
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 3, 0, 0, TimeSpan.Zero);
    private static readonly BusinessNumberId Business = new("109000000000001");

    private byte[] _body = [];
    private string _signature = "";
    private Surroundings _around = null!;
    private IUnderstanding _understanding = null!;
    private InboundMessage _message = null!;
    private Conversation _conversation = null!;
    private TurnTaken _turn = null!;
    private byte[] _turnOnWire = [];
    private OwedReply _owed = null!;

    [GlobalSetup]
    public void Prepare()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "config");
        var content = ContentLoader.Load(folder, DateOnly.FromDateTime(Now.UtcDateTime)).Content
            ?? throw new BenchProblem($"{folder} has errors: run the check");
        _understanding = new Understanding(
            VocabularyLoader.Load(folder).Vocabulary, [.. content.Offices.Values.Select(office => office.ApplicationCode)]);
        _around = new Surroundings(
            content,
            content.OfficeOf(Business)!,
            _understanding,
            new ConversationSettings(),
            Now,
            new ConversationId($"{Business}.bench"),
            new DoorCodes([1]));

        PrepareBody();
        PrepareConversation();
        _message = Message("wamid.NOW", "cara bayar paspor gimana ya kak", Now);
        _turn = DecideATurn();
        _turnOnWire = SerialiseATurn();
        _owed = ConversationEvolution.Evolve(_conversation, _turn).Owed[0];
    }

    [Benchmark]
    public bool VerifyAWebhook() => WebhookSignature.Parse(_signature)!.Value.IsOf(_body, Secrets.App);

    [Benchmark]
    public int ReadAWebhook() =>
        WebhookReader.Read(_body, Now, business => _around.Content.OfficeOf(business) is not null).Messages.Count;

    [Benchmark]
    public object UnderstandAText() => _understanding.Read(Text);

    [Benchmark]
    public TurnTaken DecideATurn() => ((Decision.Turn)ConversationDecider.Hear(_conversation, _message, _around)).Taken;

    [Benchmark]
    public object FoldATurn() => ConversationEvolution.Evolve(_conversation, _turn);

    [Benchmark]
    public byte[] SerialiseATurn() => new ConversationSerializer(null!).ToBinary(_turn);

    [Benchmark]
    public object ReadASerialisedTurn() => ConversationSerializer.Read(_turnOnWire, ConversationSerializer.TurnTakenManifest);

    [Benchmark]
    public OutboundBody RenderAReply() => Wording.Render(_around.Content, _around.Office, _owed);

    [Benchmark]
    public int WriteAReply() => OutboundJson.Message(
        new OutboundMessage(Business, _message.From, Wording.Render(_around.Content, _around.Office, _owed), "bench:1:0")).Length;

    /// <summary>Ten messages old, all answered.</summary>
    private void PrepareConversation()
    {
        _conversation = Conversation.Origin;
        for (var i = 0; i < 10; i++)
        {
            var at = Now.AddMinutes(i - 20);
            var message = Message($"wamid.EARLIER{i}", TypedTexts.At(0, i), at);
            var heard = (Decision.Turn)ConversationDecider.Hear(_conversation, message, _around with { Now = at });
            _conversation = ConversationEvolution.Evolve(_conversation, heard.Taken);
            var settled = new ReplySettled(_conversation.LastReply, at, Settlement.Accepted, 1);
            _conversation = ConversationEvolution.Evolve(_conversation, settled);
        }
    }

    private void PrepareBody()
    {
        var request = Encoding.UTF8.GetString(new WebhookPayloads("127.0.0.1", Secrets.App)
            .Message(new Population(1).At(0), 1, Now.ToUnixTimeSeconds()));
        var end = request.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        _body = Encoding.UTF8.GetBytes(request[(end + 4)..]);
        var header = request.IndexOf("sha256=", StringComparison.Ordinal);
        _signature = request[header..request.IndexOf("\r\n", header, StringComparison.Ordinal)];
    }

    private static InboundMessage Message(string id, string text, DateTimeOffset at) => new(
        new MessageId(id), Business, Kernel.Applicant.From("6281200000001", null)!, at, at, new InboundContent.Text(text));
}
