using System.Collections.Immutable;
using Sigap.Transport;

namespace Sigap.Content;

/// <summary>A bubble before it is cut to WhatsApp's limits.</summary>
/// <param name="Hint">Stands above numbered options when they cannot be tapped.</param>
internal sealed record Bubble(
    string Text,
    string? Header,
    string? Footer,
    string ListButton,
    string Hint,
    ImmutableArray<OutboundOption> Options)
{
    public OutboundBody Fit() =>
        Options.IsEmpty || Text.Length > WhatsAppLimits.InteractiveText ? new OutboundBody.Plain(FitPlain())
        : AsButtons ? Buttons()
        : List();

    /// <summary>Header, text, footer and numbered options as one plain text, of whatever length.</summary>
    public string PlainText => WithOptions(Framed(Text));

    private bool AsButtons => FitsButtons([.. Options.Select(option => (option.Title, option.Description))]);

    /// <summary>Up to three short titles that differ and need no description.</summary>
    public static bool FitsButtons(ImmutableArray<(string Title, string? Description)> options) =>
        options.Length <= WhatsAppLimits.Buttons
        && options.All(option => option.Title.Length <= WhatsAppLimits.ButtonTitle && string.IsNullOrEmpty(option.Description))
        && options.Select(option => option.Title).Distinct(StringComparer.OrdinalIgnoreCase).Count() == options.Length;

    private OutboundBody.Buttons Buttons() =>
        new(Text, Options) { Header = Short(Header, WhatsAppLimits.Header), Footer = Short(Footer, WhatsAppLimits.Footer) };

    private OutboundBody.List List() => new(
        Text,
        PlainWords.Cut(ListButton, WhatsAppLimits.ListButton),
        [.. Options.Select(option => option with
        {
            Title = PlainWords.Cut(option.Title, WhatsAppLimits.RowTitle),
            Description = Short(option.Description, WhatsAppLimits.RowDescription),
        })])
    {
        Header = Short(Header, WhatsAppLimits.Header),
        Footer = Short(Footer, WhatsAppLimits.Footer),
    };

    /// <summary>What must be cut is cut from the text: the options stay, because they are the way on.</summary>
    private string FitPlain()
    {
        var whole = PlainText;

        if (whole.Length <= WhatsAppLimits.PlainText)
        {
            return whole;
        }

        var options = WithOptions("").Length;

        return options <= WhatsAppLimits.PlainText / 2
            ? WithOptions(PlainWords.Cut(Framed(Text), WhatsAppLimits.PlainText - options))
            : PlainWords.Cut(whole, WhatsAppLimits.PlainText);
    }

    private string Framed(string text) =>
        (string.IsNullOrEmpty(Header) ? "" : $"*{Header}*\n\n") + text + (string.IsNullOrEmpty(Footer) ? "" : $"\n\n_{Footer}_");

    private string WithOptions(string text) => Options.IsEmpty
        ? text
        : $"{text}\n\n{Hint}\n{string.Join('\n', Options.Select((option, index) => $"{index + 1}. {option.Title}"))}";

    private static string? Short(string? text, int most) => string.IsNullOrEmpty(text) ? null : PlainWords.Cut(text, most);
}
