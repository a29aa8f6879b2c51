using System.Globalization;

namespace Sigap.Bench.Drill.Checks;

/// <summary>No applicant is written to faster than WhatsApp allows: 131056 never happens by our doing.</summary>
internal static class WhatsAppIsNotHurried
{
    public static IEnumerable<Finding> In(DrillEvidence evidence) => evidence.TooFastForPair == 0
        ? []
        :
        [
            new Finding(
                "pace", Harm.Other, string.Create(CultureInfo.InvariantCulture, $"pace {evidence.TooFastForPair}"),
                $"{evidence.TooFastForPair} sends came faster than 45 at once and then one in six seconds to the same applicant"),
        ];
}
