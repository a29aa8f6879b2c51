using System.Collections.Immutable;
using Sigap.Content;
using Sigap.Kernel;
using Sigap.Tests.Support;
using Sigap.Transport;

namespace Sigap.Tests.Content;

public class RendererSpec
{
    private static readonly DateTimeOffset Tuesday = new(2026, 11, 24, 2, 0, 0, TimeSpan.Zero);
    private static readonly ContentSet Content = new ContentBuilder().Build();
    private static readonly Office Denpasar = Content.Offices[new OfficeId("denpasar")];

    [Fact]
    public void Parts_are_separated_by_a_blank_line() =>
        Render(Says("thanks", "cancelled")).ShouldBe(new OutboundBody.Plain("id thanks\n\nid cancelled"));

    [Fact]
    public void Options_with_descriptions_are_a_list_whose_ids_carry_version_node_and_option()
    {
        var list = Render(Says("menu") with { Options = [new Offer("menu", "status"), new Offer("menu", "payment")] })
            .ShouldBeOfType<OutboundBody.List>();

        list.Button.ShouldBe("id button");
        list.Options.ShouldBe(
        [
            new OutboundOption($"{Content.Version}|menu|status", "Status", "Of your application"),
            new OutboundOption($"{Content.Version}|menu|payment", "Payment"),
        ]);
    }

    [Fact]
    public void A_few_short_titles_are_buttons()
    {
        var buttons = Render(Says("clarify") with { Options = [new Offer("menu", "payment"), new Offer("clarify", "no")] })
            .ShouldBeOfType<OutboundBody.Buttons>();

        buttons.Options.Select(option => option.Title).ShouldBe(["Payment", "id no"]);
    }

    [Fact]
    public void A_composed_option_bears_the_title_it_was_given() =>
        Render(Says("clarify") with { Options = [new Offer("menu", "payment", "Bayar *sekarang*")] })
            .ShouldBeOfType<OutboundBody.Buttons>().Options[0].Title.ShouldBe("Bayar ∗sekarang∗");

    [Fact]
    public void A_fourth_option_makes_a_list_and_an_eleventh_is_left_out()
    {
        Render(Says("clarify") with { Options = [.. Composed(4)] }).ShouldBeOfType<OutboundBody.List>();
        Render(Says("clarify") with { Options = [.. Composed(12)] }).ShouldBeOfType<OutboundBody.List>().Options.Length.ShouldBe(10);
    }

    [Fact]
    public void A_text_too_long_for_options_numbers_them()
    {
        var reply = new Reply([Filled("requirements.checklist", ("title", "T"), ("items", new string('a', 1100)), ("notes", "n"))], [.. Composed(2)]);

        Render(reply).ShouldBeOfType<OutboundBody.Plain>().Text.ShouldEndWith("\n\nid hint\n1. Option 0\n2. Option 1");
    }

    [Fact]
    public void A_text_too_long_for_anything_is_cut_at_a_paragraph_and_keeps_its_options()
    {
        var items = string.Join("\n\n", Enumerable.Repeat(new string('b', 500), 12));
        var reply = new Reply([Filled("requirements.checklist", ("title", "T"), ("items", items), ("notes", "n"))], [.. Composed(2)]);

        var text = Render(reply).ShouldBeOfType<OutboundBody.Plain>().Text;

        text.Length.ShouldBeLessThanOrEqualTo(4096);
        text.ShouldEndWith(new string('b', 500) + "…\n\nid hint\n1. Option 0\n2. Option 1");
    }

    [Fact]
    public void A_node_that_is_gone_gives_the_menu()
    {
        var list = Render(Says("gone-since")).ShouldBeOfType<OutboundBody.List>();

        list.Text.ShouldBe("id menu");
        list.Options.Length.ShouldBe(4);
    }

    [Fact]
    public void A_value_cannot_format_the_text_nor_bring_in_variables()
    {
        var reply = new Reply([Filled("feedback.stored", ("reference", "*a*\n_b_ ~c~ `d` {office.name}\u202Ee"))], []);

        Render(reply).Text.ShouldBe("id feedback.stored ∗a∗ ˍbˍ ∼c∼ 'd' {office.name}e");
    }

    [Fact]
    public void Items_keep_their_lines_and_their_variables_are_filled()
    {
        var reply = new Reply([Filled("requirements.checklist", ("title", "*T*"), ("items", "- *a* {fee.ordinary-5}\n- b"), ("notes", "n"))], []);

        Render(reply).Text.ShouldBe("id requirements.checklist - *a* Rp350.000\n- b n ∗T∗");
    }

    [Theory]
    [InlineData("{office.name} {office.short} {office.code} {office.zone}", "Kantor denpasar K denpasar 1207 WITA")]
    [InlineData("{office.hours}", "Senin-Kamis 08.00-12.00, 13.00-16.00 WITA\nJumat 08.00-11.30, 13.00-16.00 WITA\nSabtu, Minggu tutup")]
    [InlineData("{office.today}", "Hari ini buka 08.00-12.00, 13.00-16.00 WITA")]
    [InlineData("{holidays.next}", "Kamis, 24 Desember 2026: Cuti bersama Natal\nJumat, 25 Desember 2026: Hari Raya Natal\nKamis, 31 Desember 2026: Pindah gedung")]
    [InlineData("{fee.ordinary-5} {fact.collection-days} {rupiah.collection-days}", "Rp350.000 4 Rp4")]
    public void Every_text_may_name_the_office_its_hours_fees_and_facts(string text, string said)
    {
        var content = new ContentBuilder().Says("thanks", text).Build();

        Renderer.Render(content, Denpasar, LanguageCode.Indonesian, Tuesday, Says("thanks")).Text.ShouldBe(said);
    }

    [Theory]
    [InlineData("2026-12-24T02:00:00Z", "Closed today: Joint leave for Christmas")]
    [InlineData("2026-11-28T02:00:00Z", "Closed today: no counter service")]
    [InlineData("2026-11-29T23:30:00Z", "Open today 08:00-12:00, 13:00-16:00 WITA")]
    public void Today_is_the_day_at_the_office(string now, string said)
    {
        var content = new ContentBuilder().Says("thanks", "{office.today}").Build();
        var at = DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture);

        Renderer.Render(content, Denpasar, LanguageCode.English, at, Says("thanks")).Text.ShouldBe(said);
    }

    [Fact]
    public void A_phrase_is_filled_like_a_text() =>
        Renderer.Phrase(Content, Denpasar, LanguageCode.English, Tuesday, "option.yes").ShouldBe("en yes");

    [Theory]
    [InlineData("1a2b3c4d|menu|status", true)]
    [InlineData("1a2b3c4d|menu", false)]
    [InlineData("a|b|c|d", false)]
    [InlineData("||", false)]
    [InlineData(null, false)]
    public void An_option_is_read_back_from_its_wire_form(string? id, bool readable) =>
        (OptionWire.Parse(id)?.ToString() == id && id is not null).ShouldBe(readable);

    private static OutboundBody Render(Reply reply) => Renderer.Render(Content, Denpasar, LanguageCode.Indonesian, Tuesday, reply);

    private static Reply Says(params string[] nodes) => new([.. nodes.Select(node => Filled(node))], []);

    private static Part Filled(string node, params (string Name, string Value)[] values) =>
        new(node, values.ToImmutableSortedDictionary(value => value.Name, value => value.Value));

    private static IEnumerable<Offer> Composed(int count) =>
        Enumerable.Range(0, count).Select(i => new Offer("clarify", $"o{i}", $"Option {i}"));
}
