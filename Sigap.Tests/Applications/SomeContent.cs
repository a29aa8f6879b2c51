using System.Collections.Immutable;
using Sigap.Content;
using Sigap.Kernel;

namespace Sigap.Tests.Applications;

/// <summary>Three offices in three time zones, and nothing else of a content set.</summary>
internal static class SomeContent
{
    public static readonly IReadOnlyList<Office> Offices =
    [
        Office("jakarta-pusat", "109000000000001", "1106", "WIB", 7),
        Office("denpasar", "109000000000002", "1207", "WITA", 8),
        Office("jayapura", "109000000000003", "1308", "WIT", 9),
    ];

    public static readonly ContentSet Content = new(
        "00000000",
        Offices.ToImmutableDictionary(office => office.Id),
        ImmutableDictionary<DateOnly, Holiday>.Empty,
        ImmutableDictionary<string, Fee>.Empty,
        ImmutableDictionary<string, NamedFact>.Empty,
        ImmutableDictionary<string, RequirementKind>.Empty,
        ImmutableDictionary<LanguageCode, Texts>.Empty);

    private static Office Office(string id, string number, string code, string zone, int offset)
    {
        var text = new LocalizedText("kantor", "office");
        return new Office(
            new OfficeId(id), new BusinessNumberId(number), code, zone, TimeSpan.FromHours(offset), text, text, text, text,
            ImmutableDictionary<DayOfWeek, ImmutableArray<OpenHours>>.Empty,
            ImmutableDictionary<DayOfWeek, ImmutableArray<OpenHours>>.Empty,
            ImmutableDictionary<DateOnly, LocalizedText>.Empty,
            new Provenance("invented", new DateOnly(2026, 11, 24)));
    }
}
