namespace Sigap.Bench.Drill.Checks;

/// <summary>I9: after a drain nothing waits, nothing is owed, nothing was given up. I13: no more connections than the pools allow.</summary>
internal static class NothingIsLeft
{
    public static IEnumerable<Finding> In(DrillEvidence evidence)
    {
        var database = evidence.Database;
        if (database.Inbox > 0)
            yield return new Finding("I9", Harm.Other, $"inbox {database.Inbox}", $"{database.Inbox} messages wait in the inbox after the drain");
        if (database.Parked > 0)
            yield return new Finding("I9", Harm.Other, $"parked {database.Parked}", $"{database.Parked} messages were given up and are parked");
        if (database.Owed > 0)
            yield return new Finding("I9", Harm.Other, $"owed {database.Owed}", $"{database.Owed} replies are owed after the drain");
        if (database.Connections > evidence.MostConnections)
        {
            yield return new Finding(
                "I13", Harm.Other, $"connections {database.Connections}",
                $"{database.Connections} connections to the database; the pools allow {evidence.MostConnections}");
        }
    }
}
