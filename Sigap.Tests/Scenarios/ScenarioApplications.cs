using Sigap.Applications;
using Sigap.Content;
using Sigap.Kernel;

namespace Sigap.Tests.Scenarios;

/// <summary>
/// The applications that transcripts speak of: number {office code}00000000000N is in stage N, born on 17 August 1990.
/// It counts wrong birth dates per application, as the real table does.
/// </summary>
internal sealed class ScenarioApplications : IApplications
{
    private static readonly DateOnly BirthDate = new(1990, 8, 17);
    private readonly Dictionary<ApplicationNumber, PassportApplication> _applications;
    private readonly Dictionary<ApplicationNumber, List<(MessageId Message, DateTimeOffset At)>> _wrong = [];

    public ScenarioApplications(Office office, DateTimeOffset now)
    {
        var today = office.LocalDate(now);
        _applications = Stages.All.Select(stage => new PassportApplication(
            ApplicationNumber.Parse($"{office.ApplicationCode}0000000000{(int)stage:00}")!.Value,
            office.Id,
            BirthDate,
            "Budi Santoso",
            stage,
            today.AddDays(-1),
            stage is Stage.ReadyForCollection ? today.AddDays(-1) : null,
            now - TimeSpan.FromHours(2)))
            .Concat(Family(office, today, now))
            .ToDictionary(application => application.Number);
    }

    public bool Away { get; set; }

    /// <summary>Numbers …0101 to …0106 are ready too, of one family; …0103 is a child's, born on 17 August 2015.</summary>
    private static IEnumerable<PassportApplication> Family(Office office, DateOnly today, DateTimeOffset now) =>
        ((string[])["Ani Santoso", "Citra Santoso", "Dewi Santoso", "Eko Santoso", "Fitri Santoso", "Gita Santoso"])
        .Select((name, place) => new PassportApplication(
            ApplicationNumber.Parse($"{office.ApplicationCode}00000000{101 + place:0000}")!.Value,
            office.Id,
            place == 2 ? BirthDate.AddYears(25) : BirthDate,
            name,
            Stage.ReadyForCollection,
            today.AddDays(-2),
            today.AddDays(-2),
            now - TimeSpan.FromHours(2)));

    public Task<ProofOutcome> Prove(Proof proof, CancellationToken cancel)
    {
        if (Away)
        {
            throw new TimeoutException("The office's system is away");
        }

        var wrong = _wrong.TryGetValue(proof.Number, out var known) ? known : _wrong[proof.Number] = [];
        if (wrong.Count >= 5 && proof.At < wrong[^1].At + TimeSpan.FromMinutes(15))
        {
            return Task.FromResult<ProofOutcome>(new ProofOutcome.Locked(wrong[^1].At + TimeSpan.FromMinutes(15)));
        }

        if (_applications.TryGetValue(proof.Number, out var application) && application.BirthDate == proof.BirthDate)
        {
            return Task.FromResult<ProofOutcome>(new ProofOutcome.Proven(application));
        }

        if (wrong.All(earlier => earlier.Message != proof.Message))
        {
            wrong.Add((proof.Message, proof.At));
        }

        return Task.FromResult<ProofOutcome>(new ProofOutcome.NoMatch());
    }
}
