using Sigap.Bench.Drill.Crowd;
using Sigap.Bench.Drill.Graph;
using Sigap.Content;
using Sigap.Pickup;

namespace Sigap.Bench.Drill.Checks;

/// <summary>
/// Holds both ledgers against the journal, after each drain. Tells each broken promise once, and lets the messages know when
/// they were answered.
/// </summary>
/// <param name="content">For what a pickup day can hand out.</param>
/// <param name="secrets">What no log may hold, by what it is called.</param>
internal sealed class DrillChecks(
    CrowdLedger written, GraphLedger sent, string connectionString, ContentSet content, IReadOnlyDictionary<string, string> secrets)
{
    private readonly JournalReader _journal = new(connectionString);
    private readonly HashSet<string> _told = [];

    public JournalPicture Journal => _journal.Picture;

    /// <param name="logs">Everything the nodes wrote so far.</param>
    /// <param name="mostConnections">What the pools of all nodes together allow.</param>
    public async Task<Verdict> Run(IReadOnlyCollection<FileInfo> logs, int mostConnections, CancellationToken cancel)
    {
        await _journal.Read(cancel);
        var evidence = new DrillEvidence
        {
            Messages = written.Messages,
            Sends = sent.Sends,
            Journal = Journal,
            Disturbances = written.Disturbances,
            Database = await DatabaseLook.At(connectionString, cancel),
            MostConnections = mostConnections,
            PlanOf = PlanOf,
            TooFastForPair = sent.TooFastForPair,
            Logs = [.. logs],
        };
        RepliedAt.Note(evidence);
        return new Verdict([.. All(evidence, secrets).Where(finding => _told.Add($"{finding.Promise} {finding.Key}"))]);
    }

    public static IEnumerable<Finding> All(DrillEvidence evidence, IReadOnlyDictionary<string, string> secrets) =>
    [
        .. EveryMessageIsOneTurn.In(evidence),
        .. EveryReplyIsTakenOnce.In(evidence),
        .. EverythingIsInOrder.In(evidence),
        .. StreamsAreWhole.In(evidence),
        .. NoPlaceIsGivenTwice.In(evidence),
        .. AnswersFitTheirMessages.In(evidence),
        .. NothingIsLeft.In(evidence),
        .. WhatsAppIsNotHurried.In(evidence),
        .. LogsNameNobody.In(evidence, secrets),
    ];

    private DayPlan? PlanOf(PickupDayId day) =>
        content.Offices.TryGetValue(day.Office, out var office) ? PickupCalendar.Plan(content, office, day.Date) : null;
}
