using Sigap.Language;

namespace Sigap.Tests.Support;

/// <summary>Knows a handful of words, so that tests of other things do not depend on the vocabulary.</summary>
internal sealed class SimpleUnderstanding : IUnderstanding
{
    public const string Bomb = "boom";

    public Reading Read(string text) => text switch
    {
        Bomb => throw new InvalidOperationException(text),
        "menu" => new Reading(Intent.Menu, Numbers: []),
        "batal" => new Reading(Intent.Cancel, Numbers: []),
        "halo" => new Reading(Intent.Greeting, Numbers: []),
        "status" => new Reading(Intent.Status, Numbers: []),
        "bayar" => new Reading(Intent.Payment, Numbers: []),
        { Length: 16 } when text.All(char.IsAsciiDigit) =>
            new Reading(Intent.Status, Numbers: [new FoundNumber(NumberKind.ApplicationNumber, text)]),
        _ => new Reading(Intent.Unknown, Numbers: [], Digit: int.TryParse(text, out var digit) && digit < 20 ? digit : null),
    };
}
