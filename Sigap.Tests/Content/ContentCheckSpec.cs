using Sigap.Content;
using Sigap.Content.Loading;
using Sigap.Tests.Support;

namespace Sigap.Tests.Content;

public class ContentCheckSpec
{
    private const string Indonesian = "content/id/frame.yaml";

    [Fact]
    public void A_finding_prints_as_file_line_message()
    {
        new Finding("config/fees.yaml", 3, Severity.Error, "wrong").ToString().ShouldBe("config/fees.yaml:3: wrong");
        new Finding("config/fees.yaml", 3, Severity.Warning, "old").ToString().ShouldBe("config/fees.yaml:3: warning: old");
    }

    [Fact]
    public void A_title_too_long_for_a_row_names_its_line_and_a_shorter_one()
    {
        var load = new ContentBuilder().EditTexts("title: Payment", "title: Payment of passports by anybody").Load();

        var finding = load.Findings.First(finding => finding.File.EndsWith(Indonesian, StringComparison.Ordinal));
        finding.Message.ShouldBe("title has 31 characters, at most 24; shorten it to e.g. 'Payment of passports by'");
        LineOf(Indonesian, "title: Payment", new ContentBuilder()).ShouldBe(finding.Line);
    }

    [Theory]
    [InlineData("go: payment.fees", "go: payment.feess", "there is no such node. Did you mean 'payment.fees'?")]
    [InlineData("go: payment.fees", "go: payment", "nothing leads to the node 'payment.fees'")]
    [InlineData("go: \"@status\"", "go: \"@statuses\"", "there is no such dialogue")]
    [InlineData("go: \"@requirements:renewal\"", "go: \"@requirements:removal\"", "no such kind. Did you mean 'renewal'?")]
    [InlineData("fee {fee.ordinary-5}", "fee {fee.ordinary-6}", "unknown variable {fee.ordinary-6}")]
    [InlineData("fee {fee.ordinary-5}", "fee {office.hour}", "Did you mean 'office.hours'?")]
    [InlineData("fee {fee.ordinary-5}", "fee {number}", "unknown variable {number}")]
    [InlineData("fee {fee.ordinary-5}", "fee {Fee", "brace that belongs to no variable")]
    [InlineData("{id: fees,", "{id: payment,", "option id 'payment' appears twice")]
    [InlineData("title: Fees", "title: Payment", "the title 'Payment' appears twice")]
    [InlineData("title: Fees", "titel: Fees", "unknown key 'titel'")]
    [InlineData("title: Fees", "title: \"\"", "'title' is missing or empty")]
    [InlineData("text: fee {fee.ordinary-5}", "text: \"  \"", "'text' is missing or empty")]
    [InlineData("text: fee {fee.ordinary-5}", "text: \"a\\tb\"", "U+0009")]
    [InlineData("text: fee {fee.ordinary-5}", "text: \"a\\u0007b\"", "U+0007")]
    [InlineData("checked: 2026-11-01", "checked: 2026-11-31", "'checked' is '2026-11-31'; write an existing date")]
    [InlineData("checked: 2026-11-01", "checked: 2027-01-01", "still to come")]
    [InlineData("  payment.fees:", "  Payment Fees:", "may have only a-z")]
    [InlineData("  option.skip:", "  option.skipp:", "the phrase 'option.skip' is missing")]
    [InlineData("  session-expired:", "  session-expire:", "the node 'session-expired' is missing")]
    [InlineData("  requirements.item.kk:", "  requirements.item.kkk:", "add the phrase 'requirements.item.kk'")]
    [InlineData("  option.yes: ", "  option.yes: A rather long word of consent", "at most 20")]
    public void What_is_wrong_in_texts_is_told(string piece, string replacement, string message) =>
        ShouldTell(new ContentBuilder().EditTexts(piece, replacement).Load(), message, Severity.Error);

    [Theory]
    [InlineData("offices/denpasar.yaml", "109000000000002", "109000000000001", "already has this phone_number_id")]
    [InlineData("offices/denpasar.yaml", "1207", "1106", "already has the code 1106")]
    [InlineData("offices/denpasar.yaml", "1207", "12x7", "'application_code' is '12x7'; write 4 digits")]
    [InlineData("offices/denpasar.yaml", "zone: WITA", "zone: WIB", "WIB is UTC+07:00")]
    [InlineData("offices/denpasar.yaml", "id: denpasar\n", "id: dps\n", "make them equal")]
    [InlineData("offices/denpasar.yaml", "monday:", "mondey:", "Did you mean 'monday'?")]
    [InlineData("offices/denpasar.yaml", "\"13.00-16.00\"", "\"11.00-16.00\"", "put them in order without overlap")]
    [InlineData("offices/denpasar.yaml", "\"13.00-16.00\"", "\"13-16\"", "are no opening hours")]
    [InlineData("fees.yaml", "350000", "350.000", "without dots")]
    [InlineData("fees.yaml", "2024-12-17", "17-12-2024", "write an existing date")]
    [InlineData("facts.yaml", "tracking-delay-hours", "tracking-hours", "the fact 'tracking-delay-hours' is missing")]
    [InlineData("requirements.yaml", "{before-2009: yes}", "{before-2010: yes}", "not among the questions")]
    [InlineData("requirements.yaml", "{before-2009: yes}", "{before-2009: maybe}", "'yes' or 'no'")]
    [InlineData("requirements.yaml", "[before-2009]", "[other]", "add the node 'requirements.question.other'")]
    [InlineData("holidays/2026.yaml", "2026-12-24", "2027-12-24", "does not belong to 2026.yaml")]
    [InlineData("holidays/2026.yaml", "2026-12-24", "2026-12-25", "is listed twice")]
    [InlineData("offices/denpasar.yaml", "closures:", "zone: WIB\nclosures:", "the name stands twice; keep one")]
    public void What_is_wrong_in_facts_is_told(string path, string piece, string replacement, string message) =>
        ShouldTell(new ContentBuilder().Edit(path, piece, replacement).Load(), message, Severity.Error);

    [Theory]
    [InlineData("fees.yaml", "checked: 2026-11-01", "checked: 2026-05-01", "overdue: last checked 2026-05-01")]
    [InlineData("content/id/frame.yaml", "checked: 2026-11-01", "checked: 2026-01-01", "overdue")]
    [InlineData("fees.yaml", "2024-12-17", "2027-01-01", "in force only from 2027-01-01")]
    public void What_should_be_looked_at_is_a_warning_and_no_error(string path, string piece, string replacement, string message)
    {
        var load = new ContentBuilder().Edit(path, piece, replacement).Load();

        ShouldTell(load, message, Severity.Warning);
        load.Content.ShouldNotBeNull();
    }

    [Fact]
    public void The_coming_year_without_holidays_is_a_warning() =>
        ShouldTell(new ContentBuilder().Without("holidays/2027.yaml").Load(), "the holidays of 2027 are missing", Severity.Warning);

    [Fact]
    public void A_text_with_options_has_room_for_1024_and_no_more()
    {
        var fits = new string('a', 1024 - "fee Rp350.000".Length);

        new ContentBuilder().EditTexts("text: fee ", $"text: {fits}fee ").Build();
        ShouldTell(new ContentBuilder().EditTexts("text: fee ", $"text: {fits}afee ").Load(), "has 1025 characters", Severity.Error);
    }

    [Fact]
    public void A_text_is_measured_with_its_longest_values()
    {
        var almost = new string('a', 4080);

        ShouldTell(new ContentBuilder().EditTexts("nothing-to-cancel\n", $"{almost} {{office.hours}}\n").Load(), "at most 4096", Severity.Error);
    }

    [Fact]
    public void A_text_missing_in_one_language_is_told_where_the_other_stands()
    {
        var load = new ContentBuilder().Edit("content/en/frame.yaml", "  payment.fees:", "  payment.other:").Load();

        ShouldTell(load, "the node 'payment.fees' has no English text", Severity.Error);
        ShouldTell(load, "the node 'payment.other' has no Indonesian text", Severity.Error);
    }

    [Fact]
    public void Options_must_be_the_same_in_both_languages() =>
        ShouldTell(new ContentBuilder().Edit("content/en/frame.yaml", "go: payment.fees", "go: payment").Load(), "the options of 'menu' differ", Severity.Error);

    [Fact]
    public void An_office_replaces_only_what_exists()
    {
        const string own = "source: invented\nchecked: 2026-11-01\nnodes:\n  pickups:\n    text: only here\n";

        ShouldTell(new ContentBuilder().With("content/id/offices/jayapura/own.yaml", own).Load(), "replaces nothing", Severity.Error);
        ShouldTell(new ContentBuilder().With("content/id/offices/jaya/own.yaml", own).Load(), "there is no office 'jaya'", Severity.Error);
    }

    [Fact]
    public void The_line_of_an_unknown_variable_inside_a_block_is_its_own()
    {
        var builder = new ContentBuilder().Edit(Indonesian, "      id thanks\n", "      id thanks\n      and\n      {nobody}\n");

        var finding = builder.Load().Findings.ShouldHaveSingleItem();

        finding.Line.ShouldBe(LineOf(Indonesian, "{nobody}", builder));
    }

    private static int LineOf(string path, string piece, ContentBuilder builder)
    {
        var text = builder.TextOf(path);

        return text[..text.IndexOf(piece, StringComparison.Ordinal)].Count(c => c == '\n') + 1;
    }

    private static void ShouldTell(ContentLoad load, string message, Severity severity) =>
        load.Findings.ShouldContain(
            finding => finding.Severity == severity && finding.Message.Contains(message, StringComparison.Ordinal),
            string.Join('\n', load.Findings));
}
