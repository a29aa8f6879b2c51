using System.Globalization;
using Microsoft.AspNetCore.Http.Features;
using Sigap.Content;
using Sigap.Pickup;

namespace Sigap.Host.Api.Offices;

/// <summary>One request to an office: which office, its local today, and what was sent.</summary>
/// <param name="Request">Names the asking: the same key, address and body give the same number. Zero for a question.</param>
internal sealed record OfficeVisit(Office Office, PickupDayId Today, ulong Request, OfficeBody Body)
{
    private const string DateFormat = "yyyy-MM-dd";

    public static OfficeVisit Of(HttpContext http) => http.Features.GetRequiredFeature<OfficeVisit>();

    /// <summary>The day of a date, today where none is given; null for what is not a date.</summary>
    public PickupDayId? Day(string? date) =>
        string.IsNullOrEmpty(date) ? Today
        : DateOnly.TryParseExact(date, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? Today with { Date = day }
            : null;
}
