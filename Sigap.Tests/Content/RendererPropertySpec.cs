using System.Collections.Immutable;
using System.Text;
using CsCheck;
using Sigap.Content;
using Sigap.Kernel;
using Sigap.Tests.Support;
using Sigap.Transport;

namespace Sigap.Tests.Content;

/// <summary>Whatever was decided, what leaves is within WhatsApp's limits and whole.</summary>
public class RendererPropertySpec
{
    private static readonly ContentSet Content = new ContentBuilder().Build();

    private static readonly string[] Nodes =
        [.. ContentKeys.Nodes.Select(key => key.Id), "requirements.question.before-2009", "payment.fees", "gone-since", ""];

    private static readonly string[] Variables =
        [.. ContentKeys.Nodes.SelectMany(key => key.LongestValues.Keys).Distinct()];

    private static readonly string[] Pieces =
        ["a", "kata ", "\n", "\n\n", "*", "{office.name}", "{", "😀", "👩‍👩‍👧", "e\u0301\u0301", "\uD83D", "\uDE00", "\0", "\u202E", "|", "\t"];

    private static readonly Gen<string> Text = Gen.Select(
        Gen.Int[0, Pieces.Length - 1].Array[0, 12], Gen.Frequency((4, Gen.Const(1)), (1, Gen.Int[1, 600])),
        (pieces, times) => string.Concat(Enumerable.Repeat(string.Concat(pieces.Select(piece => Pieces[piece])), times)));

    private static readonly Gen<string?> NoText = Gen.Bool.Select(_ => (string?)null);

    private static readonly Gen<Part> Parts = Gen.Select(
        Gen.Int[0, Nodes.Length - 1].Select(index => Nodes[index]),
        Gen.Select(Gen.Int[0, Variables.Length - 1].Select(index => Variables[index]), Text).Array[0, 8],
        (node, values) => new Part(node, values.DistinctBy(value => value.Item1)
            .ToImmutableSortedDictionary(value => value.Item1, value => value.Item2)));

    private static readonly Gen<Offer> Offers = Gen.Select(
        Gen.Int[0, Nodes.Length - 1].Select(index => Nodes[index]),
        Gen.Frequency((1, Gen.Const("status")), (1, Gen.Const("yes")), (2, Gen.Int[0, 9].Select(i => $"o{i}")), (1, Text)),
        Gen.Frequency((1, NoText), (2, Text.Select(text => (string?)text))),
        Gen.Frequency((2, NoText), (1, Text.Select(text => (string?)text))),
        (node, option, title, description) => new Offer(node, option, title, description));

    [Fact]
    public void Any_reply_leaves_within_the_limits_and_whole() => Check.Sample(
        Gen.Select(Parts.Array[0, 4], Offers.Array[0, 14], Gen.Int[0, 2], Gen.Bool),
        (parts, offers, office, english) =>
        {
            var body = Renderer.Render(
                Content,
                Content.Offices.Values.OrderBy(o => o.Id.Value, StringComparer.Ordinal).ElementAt(office),
                english ? LanguageCode.English : LanguageCode.Indonesian,
                new DateTimeOffset(2026, 11, 24, 2, 0, 0, TimeSpan.Zero),
                new Reply([.. parts], [.. offers]));

            body.Text.ShouldNotBeNullOrWhiteSpace();
            ShouldBeWhole(body.Text);

            switch (body)
            {
                case OutboundBody.Plain plain:
                    plain.Text.Length.ShouldBeLessThanOrEqualTo(4096);
                    break;
                case OutboundBody.Buttons buttons:
                    ShouldFit(buttons.Text, buttons.Options, mostOptions: 3, mostTitle: 20, mostDescription: 0);
                    buttons.Options.Select(option => option.Title).ShouldBeUnique();
                    break;
                case OutboundBody.List list:
                    ShouldFit(list.Text, list.Options, mostOptions: 10, mostTitle: 24, mostDescription: 72);
                    list.Button.Length.ShouldBeInRange(1, 20);
                    break;
            }
        },
        iter: 2000);

    [Fact]
    public void A_cut_text_is_never_longer_than_asked_for_and_ends_between_characters() => Check.Sample(
        Gen.Select(Text.Select(PlainWordsOf), Gen.Int[4, 4096]),
        (text, most) =>
        {
            var cut = PlainWords.Cut(text, most);

            cut.Length.ShouldBeLessThanOrEqualTo(most);
            ShouldBeWhole(cut);
        },
        iter: 2000);

    private static string PlainWordsOf(string text) => PlainWords.Clean(text);

    private static void ShouldFit(string text, ImmutableArray<OutboundOption> options, int mostOptions, int mostTitle, int mostDescription)
    {
        text.Length.ShouldBeLessThanOrEqualTo(1024);
        options.Length.ShouldBeInRange(1, mostOptions);
        options.Select(option => option.Id).ShouldBeUnique();

        foreach (var option in options)
        {
            option.Title.Length.ShouldBeInRange(1, mostTitle);
            ShouldBeWhole(option.Title);
            Encoding.UTF8.GetByteCount(option.Id).ShouldBeLessThanOrEqualTo(200);
            OptionWire.Parse(option.Id).ShouldNotBeNull();

            if (option.Description is not null)
            {
                option.Description.Length.ShouldBeInRange(1, mostDescription);
                ShouldBeWhole(option.Description);
            }
        }
    }

    /// <summary>No half of a surrogate pair, no control character but the line break.</summary>
    private static void ShouldBeWhole(string text)
    {
        new UnicodeEncoding(false, false, throwOnInvalidBytes: true).GetByteCount(text).ShouldBe(text.Length * 2);
        text.Where(c => char.IsControl(c) && c != '\n').ShouldBeEmpty();
    }
}
