using System.Collections.Immutable;
using Sigap.Kernel;

namespace Sigap.Content;

/// <summary>Everything under <c>config/</c> that concerns applicants, checked, as one immutable version.</summary>
/// <param name="Version">Eight hex digits of a hash over the files: it stands in option ids and in every Turn.</param>
public sealed record ContentSet(
    string Version,
    ImmutableDictionary<OfficeId, Office> Offices,
    ImmutableDictionary<DateOnly, Holiday> Holidays,
    ImmutableDictionary<string, Fee> Fees,
    ImmutableDictionary<string, NamedFact> Facts,
    ImmutableDictionary<string, RequirementKind> Requirements,
    ImmutableDictionary<LanguageCode, Texts> Texts)
{
    /// <summary>By node: what may be sent of it outside the 24 hours.</summary>
    public ImmutableDictionary<string, MessageTemplate> Templates { get; init; } = ImmutableDictionary<string, MessageTemplate>.Empty;

    /// <summary>The office that answers on this business number; null for a number that is not ours.</summary>
    public Office? OfficeOf(BusinessNumberId business)
    {
        foreach (var office in Offices.Values)
        {
            if (office.BusinessNumber == business)
            {
                return office;
            }
        }

        return null;
    }

    public int Fact(string id) => Facts[id].Value;

    /// <summary>The office's own version of the node where it has one; null when there is no such node.</summary>
    public Node? Node(LanguageCode language, OfficeId office, string id) => Texts[language].Node(office, id);

    public string Phrase(LanguageCode language, OfficeId office, string id) => Texts[language].Phrase(office, id);
}
