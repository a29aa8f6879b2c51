using System.Collections.Immutable;

namespace Sigap.Language;

/// <summary>
/// Concepts that come from the shape of a text, not from its words. The vocabulary uses them in rules by these names.
/// They hold the first places of every <see cref="ConceptSet"/>.
/// </summary>
internal static class Signals
{
    public static readonly ImmutableArray<string> Names =
    [
        "@unknown", "@unknowns", "@single", "@short", "@wordy", "@question", "@application", "@billing", "@ntpn", "@passport-number",
        "@fragment", "@phone", "@digits", "@bare", "@called",
    ];

    public static readonly ConceptSet Unknown = Of("@unknown");
    public static readonly ConceptSet Unknowns = Of("@unknowns");
    public static readonly ConceptSet Single = Of("@single");
    public static readonly ConceptSet Short = Of("@short");
    public static readonly ConceptSet Wordy = Of("@wordy");
    public static readonly ConceptSet Question = Of("@question");
    public static readonly ConceptSet Digits = Of("@digits");

    /// <summary>Nothing but numbers and politeness.</summary>
    public static readonly ConceptSet Bare = Of("@bare");

    /// <summary>Nothing but an address: kak, min, pak.</summary>
    public static readonly ConceptSet Called = Of("@called");

    private static readonly ConceptSet Application = Of("@application");
    private static readonly ConceptSet Billing = Of("@billing");
    private static readonly ConceptSet Ntpn = Of("@ntpn");
    private static readonly ConceptSet PassportNumber = Of("@passport-number");
    private static readonly ConceptSet Fragment = Of("@fragment");
    private static readonly ConceptSet Phone = Of("@phone");

    public static ConceptSet Of(ImmutableArray<FoundNumber> numbers)
    {
        var set = ConceptSet.Empty;
        foreach (var number in numbers)
        {
            set |= number.Kind switch
            {
                NumberKind.ApplicationNumber or NumberKind.ApplicationOrPopulationNumber or NumberKind.PopulationNumber
                    or NumberKind.TooLong => Application,
                NumberKind.BillingCode => Billing,
                NumberKind.Ntpn => Ntpn,
                NumberKind.PassportNumber => PassportNumber,
                NumberKind.Fragment => Fragment,
                NumberKind.Phone => Phone,
                _ => ConceptSet.Empty,
            };
        }

        return set;
    }

    private static ConceptSet Of(string name) => ConceptSet.Of(Names.IndexOf(name));
}
