using System.Text;
using Sigap.Host.Webhook;

namespace Sigap.Tests.Webhook;

public class WebhookSignatureSpec
{
    private const string Secret = "fixture_app_secret_do_not_use_0123456789";
    private const string EmptyEnvelope = """{"object":"whatsapp_business_account","entry":[]}""";
    private const string EmptyEnvelopeSignature = "sha256=097d99cb742e979d30a2ed77e954624d1fcb15d5afef46d73e5264544867d31c";

    public static TheoryData<string> All => Fixtures.Names;

    [Theory]
    [InlineData(EmptyEnvelope, EmptyEnvelopeSignature)]
    [InlineData(
        """{"text":"caf\u00e9 \ud83d\ude00 https:\/\/a.id"}""",
        "sha256=328f354030943d6cab8e659463f8fd6e75a0936fac5eeb99dc5f1396770e6028")]
    public void The_signature_is_over_the_raw_bytes(string body, string signature) =>
        Verify(Encoding.UTF8.GetBytes(body), signature, Secret).ShouldBeTrue();

    [Theory]
    [MemberData(nameof(All))]
    public void Every_recorded_payload_carries_a_good_signature(string file) =>
        Verify(Fixtures.Bytes(file), Fixtures.Named(file).Signature, Secret).ShouldBeTrue();

    [Fact]
    public void The_previous_secret_is_accepted_too() =>
        Verify(Encoding.UTF8.GetBytes(EmptyEnvelope), EmptyEnvelopeSignature, "new", Secret).ShouldBeTrue();

    [Fact]
    public void A_secret_that_is_not_set_signs_nothing()
    {
        var body = Encoding.UTF8.GetBytes(EmptyEnvelope);

        Verify(body, Payload.Sign(body, ""), "", null).ShouldBeFalse();
    }

    [Fact]
    public void One_changed_byte_is_noticed()
    {
        var body = Encoding.UTF8.GetBytes(EmptyEnvelope);
        body[^1] ^= 1;

        Verify(body, EmptyEnvelopeSignature, Secret).ShouldBeFalse();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("sha256=")]
    [InlineData("sha256=097d99cb742e979d30a2ed77e954624d1fcb15d5afef46d73e5264544867d3")]
    [InlineData("sha256=097d99cb742e979d30a2ed77e954624d1fcb15d5afef46d73e5264544867d31c00")]
    [InlineData("sha256=097D99CB742E979D30A2ED77E954624D1FCB15D5AFEF46D73E5264544867D31C")]
    [InlineData("SHA256=097d99cb742e979d30a2ed77e954624d1fcb15d5afef46d73e5264544867d31c")]
    [InlineData("sha256=097d99cb742e979d30a2ed77e954624d1fcb15d5afef46d73e5264544867d31g")]
    [InlineData("097d99cb742e979d30a2ed77e954624d1fcb15d5afef46d73e5264544867d31c")]
    public void Anything_but_the_exact_form_is_no_signature(string? header) => WebhookSignature.Parse(header).ShouldBeNull();

    private static bool Verify(byte[] body, string header, params string?[] secrets) =>
        WebhookSignature.Parse(header)!.Value.IsOf(body, secrets);
}
