using System.Collections.Immutable;
using Sigap.Kernel;

namespace Sigap.Language;

/// <summary>What was understood of one text.</summary>
/// <param name="Intent">The likeliest, or Unknown.</param>
/// <param name="Rival">Set when another intent is about as likely: ask which one is meant.</param>
/// <param name="AlsoAsked">A second question in the same text, clear enough to be answered too.</param>
/// <param name="Topic">A narrower subject within the intent, from the vocabulary: a node id or <c>@dialogue:argument</c>.</param>
/// <param name="Numbers">Long numbers found anywhere in the text, in order, with what they are.</param>
/// <param name="Digit">Set when the whole text is a small number: an answer to a menu.</param>
/// <param name="Spoken">The language the text seems to be in; null when it does not show.</param>
/// <param name="WantedLanguage">With <see cref="Intent.LanguageSwitch"/>: the language asked for, if it was named.</param>
public sealed record Reading(
    Intent Intent,
    Intent? Rival = null,
    Intent? AlsoAsked = null,
    string? Topic = null,
    ImmutableArray<FoundNumber> Numbers = default,
    int? Digit = null,
    LanguageCode? Spoken = null,
    LanguageCode? WantedLanguage = null);

/// <summary>A long number in a text. Prints masked.</summary>
public sealed record FoundNumber(NumberKind Kind, string Digits)
{
    public override string ToString() => $"{Kind} of {Digits.Length}";
}

public enum NumberKind
{
    /// <summary>16 digits beginning with the code of an office of ours, or not readable as anything else.</summary>
    ApplicationNumber = 1,

    /// <summary>16 digits that can only be a population number (NIK) or family card number (KK).</summary>
    PopulationNumber = 2,

    /// <summary>15 digits beginning with 8.</summary>
    BillingCode = 3,

    /// <summary>16 letters and digits: proof of payment.</summary>
    Ntpn = 4,

    /// <summary>One or two letters and six or seven digits.</summary>
    PassportNumber = 5,

    Phone = 6,

    /// <summary>Six to fifteen digits that may be the first or second half of an application number.</summary>
    Fragment = 7,

    /// <summary>Longer than any number we know.</summary>
    TooLong = 8,

    /// <summary>16 digits that can be read both as an application number and as a NIK: ask.</summary>
    ApplicationOrPopulationNumber = 9,
}
