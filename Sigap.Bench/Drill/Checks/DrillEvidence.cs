using System.Collections.Immutable;
using Sigap.Bench.Drill.Crowd;
using Sigap.Bench.Drill.Graph;
using Sigap.Pickup;

namespace Sigap.Bench.Drill.Checks;

/// <summary>Everything the checks look at: both ledgers, the journal, the rest of the database, and what the nodes wrote.</summary>
internal sealed record DrillEvidence
{
    public required ImmutableArray<WrittenMessage> Messages { get; init; }

    public required ImmutableArray<GraphSend> Sends { get; init; }

    public required JournalPicture Journal { get; init; }

    public ImmutableArray<Disturbance> Disturbances { get; init; } = [];

    public DatabaseLook Database { get; init; } = new(0, 0, 0, 0, 0);

    /// <summary>More connections than this the nodes' pools do not allow.</summary>
    public int MostConnections { get; init; } = int.MaxValue;

    /// <summary>The calendar of a day, for its capacity.</summary>
    public required Func<PickupDayId, DayPlan?> PlanOf { get; init; }

    public int TooFastForPair { get; init; }

    /// <summary>The files with what the nodes wrote.</summary>
    public ImmutableArray<FileInfo> Logs { get; init; } = [];
}
