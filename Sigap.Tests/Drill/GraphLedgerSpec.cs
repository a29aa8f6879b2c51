using System.Text;
using Sigap.Bench.Drill.Crowd;
using Sigap.Bench.Drill.Graph;
using Sigap.Host.WhatsApp;
using Sigap.Kernel;
using Sigap.Transport;

namespace Sigap.Tests.Drill;

public sealed class GraphLedgerSpec
{
    private static readonly BusinessNumberId Business = new("109000000000001");

    [Fact]
    public void A_send_of_Sigap_is_read_with_its_tag_its_phone_and_its_words()
    {
        var tag = new SendTag(new ConversationId("109000000000001.abc-_def"), 7, 2);
        var body = OutboundJson.Message(new OutboundMessage(
            Business, Applicant.From("6281400000001", null)!, new OutboundBody.Plain("Sama-sama 😀"), $"{tag}"));

        GraphRequest.Read(Business.Value, body).ShouldBe(
            new GraphRequest.Message(Business.Value, "6281400000001", "109000000000001.abc-_def", 7, 2, "Sama-sama 😀"));
    }

    [Fact]
    public void A_read_mark_is_no_send() =>
        GraphRequest.Read(Business.Value, OutboundJson.Read(new MessageId("wamid.1"), typing: true)).ShouldBeOfType<GraphRequest.ReadMark>();

    [Theory]
    [InlineData("no json")]
    [InlineData("[]")]
    [InlineData("""{"to":"+6281400000001","type":"text","text":{"body":"without a tag"}}""")]
    public void What_is_none_of_Sigaps_is_strange(string body) =>
        GraphRequest.Read(Business.Value, Encoding.UTF8.GetBytes(body)).ShouldBeOfType<GraphRequest.Strange>();

    [Fact]
    public void A_reply_is_new_when_it_is_taken_the_first_time()
    {
        var ledger = new GraphLedger(new DrillWatch(TimeProvider.System));
        var message = new GraphRequest.Message(Business.Value, "6281400000001", "c", 1, 1, "halo");

        ledger.Add(message, GraphBehaviour.TooFast, out var refused);
        ledger.Add(message, GraphBehaviour.AcceptsThenCuts, out var first);
        ledger.Add(message, GraphBehaviour.Accepts, out var second);

        (refused, first, second).ShouldBe((false, true, false));
        ledger.Sends.Length.ShouldBe(3);
    }

    [Fact]
    public void Forty_five_at_once_and_then_one_in_six_seconds_is_not_too_fast()
    {
        var pace = new PairPace();
        for (var i = 0; i < 45; i++)
        {
            pace.Note("n", "p", TimeSpan.Zero);
        }

        for (var i = 1; i <= 20; i++)
        {
            pace.Note("n", "p", TimeSpan.FromSeconds(6.01 * i));
        }

        pace.TooFast.ShouldBe(0);
    }

    [Fact]
    public void One_more_at_once_is_too_fast_for_that_applicant_only()
    {
        var pace = new PairPace();
        for (var i = 0; i < 46; i++)
        {
            pace.Note("n", "p", TimeSpan.Zero);
            pace.Note("n", $"p{i}", TimeSpan.Zero);
        }

        pace.TooFast.ShouldBe(1);
        pace.MostPerSecond.ShouldBe(92);
    }
}
