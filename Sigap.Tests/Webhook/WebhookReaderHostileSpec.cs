using System.Text;
using CsCheck;
using Sigap.Host.Webhook;
using Sigap.Transport;

namespace Sigap.Tests.Webhook;

/// <summary>One bad item is one bad item, and no body throws.</summary>
public class WebhookReaderHostileSpec
{
    private static readonly DateTimeOffset Received = new(2026, 10, 26, 3, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("""{"from":"6281200000001","type":"text"}""", "message without a usable id")]
    [InlineData("""{"id":"wamid with space","from":"6281200000001"}""", "message without a usable id")]
    [InlineData("""{"id":"wamid.x","type":"text","text":{"body":"siapa"}}""", "message without a usable sender")]
    [InlineData("""{"id":"wamid.x","from":"6281200000001628120000000162812000000016281200000001"}""", "message without a usable sender")]
    [InlineData("42", "message is not readable")]
    [InlineData("[]", "message is not readable")]
    [InlineData("null", "message is not readable")]
    public void An_unreadable_message_is_quarantined_and_the_others_are_read(string bad, string reason)
    {
        var batch = Read(Payload.Of(Payload.Text("6281200000001", "wamid.1"), bad, Payload.Text("6281200000001", "wamid.2")));

        batch.Messages.Select(message => message.Id.Value).ShouldBe(["wamid.1", "wamid.2"]);
        var item = batch.Quarantined.ShouldHaveSingleItem();
        item.Reason.ShouldBe(reason);
        item.RawJson.ShouldBe(bad);
    }

    [Fact]
    public void A_quarantined_message_goes_by_its_id() =>
        Read(Payload.Of("""{"id":"wamid.x"}""")).Quarantined.ShouldHaveSingleItem().Key.ShouldBe("wamid.x");

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("not json")]
    [InlineData("{\"entry\":[\0]}")]
    public void A_body_that_is_no_JSON_is_quarantined_whole(string body)
    {
        var item = Read(Encoding.UTF8.GetBytes(body)).Quarantined.ShouldHaveSingleItem();

        item.Reason.ShouldBe(QuarantineReasons.BodyUnreadable);
        item.RawJson.ShouldNotContain('\0');
    }

    [Fact]
    public void A_body_nested_too_deeply_is_quarantined_whole() =>
        Read(Encoding.UTF8.GetBytes(new string('[', 1000) + new string(']', 1000))).Quarantined.ShouldHaveSingleItem();

    [Theory]
    [InlineData("""[1]""")]
    [InlineData(""""text"""")]
    [InlineData("""{"entry":42}""")]
    [InlineData("""{"entry":[42]}""")]
    [InlineData("""{"entry":[{"changes":"none"}]}""")]
    [InlineData("""{"entry":[{"changes":[7]}]}""")]
    [InlineData("""{"entry":[{"changes":[{"field":"messages","value":7}]}]}""")]
    [InlineData("""{"entry":[{"changes":[{"field":"messages","value":{"messages":[{}]}}]}]}""")]
    [InlineData("""{"entry":[{"changes":[{"field":"messages","value":{"metadata":{"phone_number_id":"1"},"messages":{}}}]}]}""")]
    public void An_envelope_of_another_shape_is_quarantined(string body) =>
        Read(Encoding.UTF8.GetBytes(body)).Quarantined.ShouldHaveSingleItem();

    [Fact]
    public void Messages_for_a_number_that_is_not_ours_are_quarantined()
    {
        var batch = WebhookReader.Read(Payload.Of(Payload.Text("6281200000001", "wamid.1")), Received, _ => false);

        batch.Messages.ShouldBeEmpty();
        batch.Quarantined.ShouldHaveSingleItem().Reason.ShouldBe("unknown business number");
    }

    [Fact]
    public void A_message_in_a_group_is_not_for_a_conversation()
    {
        var batch = Read(Payload.Of("""{"id":"wamid.g","from":"6281200000001","group_id":"g1","type":"text","text":{"body":"halo"}}"""));

        batch.Messages.ShouldBeEmpty();
        batch.Notices.ShouldHaveSingleItem().Field.ShouldBe(MessageReader.GroupMessage);
    }

    [Fact]
    public void Control_characters_become_spaces_and_line_ends_stay() =>
        TextOf("""a\u0000b\u001b[31mc\r\n\td\u0085e""").ShouldBe("a b [31mc\r\n\td e");

    [Fact]
    public void A_reversed_surrogate_pair_is_two_replacements() => TextOf("""x\ude00\ud83dy\n""").ShouldBe("x\uFFFD\uFFFDy\n");

    [Fact]
    public void A_whole_pair_beside_half_a_one_survives() => TextOf("""\ud83d\ude00 \ud83d \"q\" \/""").ShouldBe("😀 \uFFFD \"q\" /");

    [Fact]
    public void A_text_too_long_is_cut_between_graphemes()
    {
        var family = "👨‍👩‍👧";
        var text = TextOf(new string('a', 4090) + family + "b");

        text.ShouldBe(new string('a', 4090));
    }

    [Fact]
    public void A_single_endless_grapheme_is_cut_all_the_same() =>
        TextOf("a" + new string('\u0301', 9000)).Length.ShouldBe(CleanText.LongestText);

    [Theory]
    [InlineData("\"1793000000\"", 1793000000000)]
    [InlineData("1793000000", 1793000000000)]
    [InlineData("\"1793000000123\"", 1793000000123)]
    [InlineData("1793000000123", 1793000000123)]
    [InlineData("\"179300000\"", null)]
    [InlineData("-1793000000", null)]
    [InlineData("1793000000.5", null)]
    [InlineData("99999999999999999999", null)]
    [InlineData("true", null)]
    public void Timestamps_have_ten_or_thirteen_digits(string json, long? milliseconds)
    {
        var batch = Read(Payload.Of($$$"""{"id":"wamid.t","from":"6281200000001","timestamp":{{{json}}},"type":"text","text":{"body":"x"}}"""));

        batch.Messages.ShouldHaveSingleItem().SentAt.ShouldBe(
            milliseconds is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : Received);
    }

    [Fact]
    public void A_lone_contact_that_does_not_match_lends_its_name_but_not_its_ids()
    {
        var batch = Read(Payload.Change("""
            {"field":"messages","value":{"metadata":{"phone_number_id":"109000000000001"},
             "contacts":[{"profile":{"name":"Ani"},"wa_id":"5511900000009","user_id":"BR.9"}],
             "messages":[{"from":"551190000009","id":"wamid.b","timestamp":"1793000000","type":"text","text":{"body":"oi"}}]}}
            """));

        var message = batch.Messages.ShouldHaveSingleItem();
        message.From.Phone.ShouldBe("551190000009");
        message.From.ScopedId.ShouldBeNull();
        message.ProfileName.ShouldBe("Ani");
    }

    [Fact]
    public void No_mutation_of_a_payload_throws()
    {
        var bodies = Fixtures.All.Where(fixture => fixture.Statuses < 100).Select(fixture => Fixtures.Bytes(fixture.File)).ToArray();
        var signs = "\"\\{}[]:,0nu\0"u8.ToArray();
        var letter = Gen.OneOf(Gen.Byte, Gen.Int[0, signs.Length - 1].Select(at => signs[at]));
        var edits = Gen.Select(Gen.Int[0, 100_000], letter).Array[1, 8];

        Gen.Select(Gen.Int[0, bodies.Length - 1], edits).Sample((body, changes) =>
        {
            var mutated = (byte[])bodies[body].Clone();
            foreach (var (at, to) in changes)
            {
                mutated[at % mutated.Length] = to;
            }

            var batch = Read(mutated);
            batch.Messages.ShouldAllBe(message => message.From.Key.Length > 0 && message.Id.Value.Length > 0);
            batch.Messages.Select(message => message.Content).OfType<InboundContent.Text>().ShouldAllBe(text => IsFit(text.Body));
        });
    }

    [Fact]
    public void No_text_of_a_message_is_unfit_to_be_stored()
    {
        Gen.Char.Array[0, 200].Sample(letters =>
        {
            var escaped = string.Concat(letters.Select(letter => $"\\u{(int)letter:x4}"));
            IsFit(TextOf(escaped)).ShouldBeTrue();
        });
    }

    private static bool IsFit(string text) =>
        text.Length <= CleanText.LongestText
        && !text.Contains('\0')
        && text == Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static string TextOf(string escapedBody) =>
        Read(Payload.Of(Payload.Text("6281200000001", "wamid.1", escapedBody)))
            .Messages.ShouldHaveSingleItem().Content.ShouldBeOfType<InboundContent.Text>().Body;

    private static WebhookBatch Read(byte[] body) => WebhookReader.Read(body, Received, _ => true);
}
