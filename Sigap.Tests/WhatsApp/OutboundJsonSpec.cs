using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sigap.Host.WhatsApp;
using Sigap.Kernel;
using Sigap.Transport;

namespace Sigap.Tests.WhatsApp;

/// <summary>Bodies as the Graph API documents them.</summary>
public class OutboundJsonSpec
{
    private static readonly Applicant Phone = Applicant.From("6281200000001", "ID.1")!;

    [Fact]
    public void A_text_goes_to_the_phone_with_its_plus() => ShouldBe(
        new OutboundBody.Plain("Halo 👋 \"Budi\" & <ibu>"),
        """
        {"messaging_product":"whatsapp","recipient_type":"individual","to":"+6281200000001","biz_opaque_callback_data":"c1:1:1",
         "type":"text","text":{"preview_url":false,"body":"Halo 👋 \"Budi\" & <ibu>"}}
        """);

    [Fact]
    public void Who_has_no_phone_is_the_recipient()
    {
        var json = Write(new OutboundBody.Plain("halo"), Applicant.From(null, "ID.1")!);

        json["recipient"]!.GetValue<string>().ShouldBe("ID.1");
        json.ContainsKey("to").ShouldBeFalse();
    }

    [Fact]
    public void Buttons_carry_their_ids() => ShouldBe(
        new OutboundBody.Buttons("Lanjut?", [new("c|y", "Ya"), new("c|n", "Tidak")]) { Header = "Sigap", Footer = "MENU" },
        """
        {"messaging_product":"whatsapp","recipient_type":"individual","to":"+6281200000001","biz_opaque_callback_data":"c1:1:1",
         "type":"interactive","interactive":{"type":"button","header":{"type":"text","text":"Sigap"},"body":{"text":"Lanjut?"},
         "footer":{"text":"MENU"},"action":{"buttons":[{"type":"reply","reply":{"id":"c|y","title":"Ya"}},
         {"type":"reply","reply":{"id":"c|n","title":"Tidak"}}]}}}
        """);

    [Fact]
    public void A_list_is_one_section_and_leaves_out_what_is_empty() => ShouldBe(
        new OutboundBody.List("Pilih.", "Layanan", [new("a", "Status", "Dengan nomor"), new("b", "Bayar")]),
        """
        {"messaging_product":"whatsapp","recipient_type":"individual","to":"+6281200000001","biz_opaque_callback_data":"c1:1:1",
         "type":"interactive","interactive":{"type":"list","body":{"text":"Pilih."},"action":{"button":"Layanan","sections":[{"rows":[
         {"id":"a","title":"Status","description":"Dengan nomor"},{"id":"b","title":"Bayar"}]}]}}}
        """);

    [Fact]
    public void A_template_names_its_parameters_in_order_and_what_its_buttons_answer() => ShouldBe(
        new OutboundBody.Template(
            "Pukul 09.00 WIB.", "sigap_booking_today", LanguageCode.Indonesian, ["09.00 WIB", "K7M4QX"], [new("v|n|show", "Lihat"), new("v|n|move", "Pindah")]),
        """
        {"messaging_product":"whatsapp","recipient_type":"individual","to":"+6281200000001","biz_opaque_callback_data":"c1:1:1",
         "type":"template","template":{"name":"sigap_booking_today","language":{"code":"id"},"components":[
         {"type":"body","parameters":[{"type":"text","text":"09.00 WIB"},{"type":"text","text":"K7M4QX"}]},
         {"type":"button","sub_type":"quick_reply","index":"0","parameters":[{"type":"payload","payload":"v|n|show"}]},
         {"type":"button","sub_type":"quick_reply","index":"1","parameters":[{"type":"payload","payload":"v|n|move"}]}]}}
        """);

    [Fact]
    public void A_template_without_parameters_has_no_body_component() =>
        Write(new OutboundBody.Template("Halo.", "sigap_halo", LanguageCode.English, [], []), Phone)["template"]!["components"]!
            .AsArray().ShouldBeEmpty();

    [Fact]
    public void Half_a_surrogate_pair_does_not_break_a_body() =>
        Write(new OutboundBody.Plain("x\ud83d y"), Phone)["text"]!["body"]!.GetValue<string>().ShouldBe("x\uFFFD y");

    private static void ShouldBe(OutboundBody body, string expected) =>
        JsonNode.DeepEquals(Write(body, Phone), JsonNode.Parse(expected)).ShouldBeTrue(Write(body, Phone).ToJsonString());

    private static JsonObject Write(OutboundBody body, Applicant to) =>
        JsonSerializer.Deserialize<JsonObject>(Encoding.UTF8.GetString(
            OutboundJson.Message(new OutboundMessage(new BusinessNumberId("1"), to, body, "c1:1:1")).Span))!;
}
