using CsCheck;
using Sigap.Content.Loading;
using Sigap.Kernel;
using Sigap.Tests.Support;

namespace Sigap.Tests.Content;

public class ContentLoaderSpec
{
    private static readonly string[] SomeFiles =
        ["content/id/frame.yaml", "offices/denpasar.yaml", "requirements.yaml", "fees.yaml", "holidays/2026.yaml"];

    [Fact]
    public void A_configuration_that_checks_out_becomes_content()
    {
        var content = new ContentBuilder().Build();

        content.Version.ShouldMatch("^[0-9a-f]{8}$");
        content.Offices.Count.ShouldBe(3);
        content.OfficeOf(new BusinessNumberId("109000000000002"))!.ApplicationCode.ShouldBe("1207");
        content.Fact("tracking-delay-hours").ShouldBe(3);
        content.Requirements["renewal"].Items.Select(item => item.Id).ShouldBe(["ktp", "kk"]);
        content.Requirements["renewal"].Items[1].When["before-2009"].ShouldBeTrue();
        content.Holidays[new DateOnly(2027, 3, 10)].Estimated.ShouldBeTrue();
    }

    [Fact]
    public void Any_change_of_a_file_changes_the_version()
    {
        var before = new ContentBuilder().Build().Version;

        new ContentBuilder().Edit("fees.yaml", "350000", "360000").Build().Version.ShouldNotBe(before);
        new ContentBuilder().With("content/id/vocabulary.yaml", "anything: [at all").Build().Version.ShouldNotBe(before);
        new ContentBuilder().Build().Version.ShouldBe(before);
    }

    [Fact]
    public void An_office_says_its_own_words_and_else_those_of_all()
    {
        const string own = "source: invented\nchecked: 2026-11-01\nnodes:\n  pickup:\n    text: only here\nphrases:\n  option.yes: Ok\n";

        var content = new ContentBuilder()
            .With("content/id/offices/jayapura/own.yaml", own)
            .With("content/en/offices/jayapura/own.yaml", own)
            .Build();

        content.Node(LanguageCode.English, new OfficeId("jayapura"), "pickup")!.Text.ShouldBe("only here");
        content.Node(LanguageCode.English, new OfficeId("denpasar"), "pickup")!.Text.ShouldBe("en pickup");
        content.Phrase(LanguageCode.Indonesian, new OfficeId("jayapura"), "option.yes").ShouldBe("Ok");
        content.Phrase(LanguageCode.Indonesian, new OfficeId("denpasar"), "option.yes").ShouldBe("id yes");
    }

    [Theory]
    [InlineData("fees:\n  - {id: a", "fees.yaml")]
    [InlineData("fees: [\"\0\"]", "fees.yaml")]
    [InlineData("", "fees.yaml")]
    [InlineData("- a", "fees.yaml")]
    [InlineData("fees: &a [*a]", "fees.yaml")]
    [InlineData("fees:\n\t- x", "facts.yaml")]
    [InlineData("a: 1\na: 2", "facts.yaml")]
    [InlineData("? [a, b]\n: c", "offices/denpasar.yaml")]
    [InlineData("nodes: {menu: {text: {a: b}, options: x}}", "content/id/more.yaml")]
    [InlineData("nodes: 5\nphrases: []", "content/en/more.yaml")]
    [InlineData("x: y", "content/fr/more.yaml")]
    [InlineData("x: y", "content/id/notes.txt")]
    public void A_broken_file_is_a_finding_with_its_place(string text, string path)
    {
        var load = new ContentBuilder().With(path, text).Load();

        load.Content.ShouldBeNull();
        load.Findings.ShouldContain(finding => finding.IsError && finding.File == $"config/{path}" && finding.Line >= 1);
    }

    [Fact]
    public void Endless_nesting_is_a_finding()
    {
        var load = new ContentBuilder().With("fees.yaml", "fees: " + new string('[', 100_000)).Load();

        load.Findings.ShouldHaveSingleItem().Message.ShouldContain("nested too deeply");
    }

    [Fact]
    public void A_file_that_cannot_be_read_does_not_make_the_others_look_wrong() =>
        new ContentBuilder().With("content/en/frame.yaml", "nodes: [").Load().Findings.Length.ShouldBe(1);

    [Fact]
    public void A_missing_folder_is_a_finding() =>
        ContentLoader.Load(Path.Combine(RepositoryRoot.Path, "no-such-folder"), ContentBuilder.Today)
            .Content.ShouldBeNull();

    [Fact]
    public void Whatever_is_done_to_a_file_the_loader_does_not_throw() =>
        Check.Sample(
            Gen.Select(
                Gen.Int[0, SomeFiles.Length - 1].Select(index => SomeFiles[index]),
                Gen.Int[0, 2000],
                Gen.Int[0, 40],
                Gen.String[Gen.Char[" \n:-{}[]\"'&*|a\t#!?%0"], 0, 6]),
            (path, at, length, junk) =>
            {
                var builder = new ContentBuilder();
                var text = builder.TextOf(path);
                var start = at % text.Length;
                var broken = text[..start] + junk + text[Math.Min(text.Length, start + length)..];

                var load = builder.With(path, broken).Load();

                (load.Content is null).ShouldBe(load.Errors > 0);
            },
            iter: 300);
}
