using Sigap.Content;
using Sigap.Kernel;
using Sigap.Tests.Support;

namespace Sigap.Tests.Content;

/// <summary>A template that Meta would refuse, or its node could not fill, is found with its line before anything is sent.</summary>
public class TemplateCheckSpec
{
    private const string Good = """
        source: invented
        checked: 2026-11-01
        templates:
          - node: notice.booking-today
            name: booking_today
            category: utility
            parameters:
              - {value: time, id: 09.00 WIB, en: "09:00 WIB"}
              - {value: office.short, id: Kantor, en: Office}
            buttons: []
            id:
              body: Pukul {{1}} di {{2}}.
            en:
              body: At {{1}} at {{2}}.

        """;

    private static readonly string[] Reminders =
        [NoticeNodes.BookingDayBefore, NoticeNodes.BookingToday, NoticeNodes.Collection, NoticeNodes.CollectionLast];

    [Fact]
    public void A_good_template_is_taken_with_its_texts()
    {
        var template = new ContentBuilder().With("templates.yaml", Good).Build().Templates["notice.booking-today"];

        template.Name.ShouldBe("booking_today");
        template.Parameters.ShouldBe(["time", "office.short"]);
        template.Texts[LanguageCode.English].Fill(["09:00 WIB", "Office"]).ShouldBe("At 09:00 WIB at Office.");
        template.Texts[LanguageCode.Indonesian].Examples.ShouldBe(["09.00 WIB", "Kantor"]);
    }

    [Theory]
    [InlineData("name: booking_today", "name: Booking-Today", 5, "may have only a-z, 0-9, '_'")]
    [InlineData("category: utility", "category: marketing", 6, "write 'utility'")]
    [InlineData("node: notice.booking-today", "node: notice.nothing", 4, "no dialogue says the node 'notice.nothing'")]
    [InlineData("{value: time,", "{value: weather,", 4, "has no value 'weather'")]
    [InlineData("buttons: []", "buttons: [fly]", 4, "has no option 'fly'")]
    [InlineData("body: Pukul {{1}} di {{2}}.", "body: Pukul {{1}} di {{3}}.", 12, "without gaps")]
    [InlineData("body: Pukul {{1}} di {{2}}.", "body: Pukul {{1}} di {{2}}", 12, "begins or ends with a variable")]
    [InlineData("body: Pukul {{1}} di {{2}}.", "body: Pukul {{1}} {{2}} ya.", 12, "side by side")]
    [InlineData("body: Pukul {{1}} di {{2}}.", "body: Pukul {{1}} di {{2}} {jam}.", 12, "belongs to no variable")]
    [InlineData("body: Pukul {{1}} di {{2}}.", "body: Pukul {{1}} di {{2}}. x*1100", 12, "at most 1024")]
    [InlineData("    en:\n      body: At {{1}} at {{2}}.\n", "", 4, "'en' is missing")]
    public void A_template_outside_the_rules_is_found(string piece, string replacement, int line, string message)
    {
        var broken = replacement.Replace("x*1100", new string('x', 1100), StringComparison.Ordinal);

        var findings = new ContentBuilder().With("templates.yaml", Good).Edit("templates.yaml", piece, broken).Load().Findings;

        findings.ShouldContain(finding => finding.IsError && finding.File == "config/templates.yaml" && finding.Line == line
            && finding.Message.Contains(message), string.Join('\n', findings));
    }

    [Fact]
    public void A_button_too_long_for_a_template_is_found()
    {
        var load = new ContentBuilder()
            .With("templates.yaml", Good
                .Replace("notice.booking-today", "notice.place-offered", StringComparison.Ordinal)
                .Replace("buttons: []", "buttons: [one]", StringComparison.Ordinal)
                .Replace("di {{2}}.", "di {{2}}.\n      buttons: [Tombol yang terlalu panjang ini]", StringComparison.Ordinal)
                .Replace("at {{2}}.", "at {{2}}.\n      buttons: [Short]", StringComparison.Ordinal))
            .Load();

        load.Findings.ShouldHaveSingleItem().Message.ShouldContain("from 1 to 25");
    }

    [Fact]
    public void Every_reminder_that_ships_has_a_template()
    {
        Reminders.ShouldAllBe(node => RealConfig.Content.Current.Templates.ContainsKey(node));
    }

    [Fact]
    public void Every_reminder_tells_how_to_end_it()
    {
        var content = RealConfig.Content.Current;
        foreach (var language in LanguageCodes.All)
        {
            foreach (var node in Reminders)
            {
                content.Texts[language].Nodes[node].Text.ShouldContain("*stop*");
                content.Templates[node].Texts[language].Body.ShouldContain("*stop*");
            }
        }
    }
}
