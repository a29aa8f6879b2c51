using Sigap.Content;

namespace Sigap.Bench.Drill.Crowd;

/// <summary>Everybody who writes in a drill, spread over the offices. First stand those who book, then those who ask.</summary>
internal sealed class Citizens
{
    /// <summary>Of those who book, so many in ten at the office with the fewest places: there they meet.</summary>
    private const int TenthsAtTheSmallest = 6;

    private Citizens(Citizen[] bookers, Citizen[] askers) => (Bookers, Askers) = (bookers, askers);

    public IReadOnlyList<Citizen> Bookers { get; }

    public IReadOnlyList<Citizen> Askers { get; }

    public IEnumerable<Citizen> All => Bookers.Concat(Askers);

    public static Citizens Invent(CrowdSettings settings, ContentSet content, DateOnly today)
    {
        var random = new Random(settings.Seed);
        Office[] offices = [.. content.Offices.Values.OrderBy(office => office.Pickup.Capacity)];
        var slots = offices.ToDictionary(office => office.Id, office => WantedSlots.Of(content, office, today));
        Citizen[] bookers = [.. Enumerable.Range(0, settings.AllBookers).Select(index => Booker(index, Office(index)))];
        Citizen[] askers = [.. Enumerable.Range(bookers.Length, settings.AllApplicants).Select(index => Asker(index, offices[index % offices.Length]))];
        random.Shuffle(askers);
        return new Citizens(bookers, askers);

        Office Office(int index) => index % 10 < TenthsAtTheSmallest ? offices[0] : offices[1 + (index % (offices.Length - 1))];

        Citizen Booker(int index, Office office)
        {
            var application = CitizenNames.ApplicationOf(office.ApplicationCode, index);
            var talk = new BookingTalk(application, CitizenNames.BirthDate, slots[office.Id], new Random(random.Next()));
            return new Citizen(index, office.BusinessNumber.Value, application, waits: true, talk);
        }

        Citizen Asker(int index, Office office) => new(
            index,
            office.BusinessNumber.Value,
            CitizenNames.ApplicationOf(office.ApplicationCode, index),
            waits: random.NextDouble() >= settings.ImpatientShare,
            booking: null);
    }
}
