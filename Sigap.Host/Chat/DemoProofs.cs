using Sigap.Applications;
using Sigap.Kernel;

namespace Sigap.Host.Chat;

/// <summary>The demo applications, in memory, for the person at the terminal: nobody guesses here, so nothing is counted.</summary>
internal sealed class DemoProofs(IEnumerable<PassportApplication> applications) : IApplications
{
    private readonly Dictionary<ApplicationNumber, PassportApplication> _applications =
        applications.ToDictionary(application => application.Number);

    public Task<ProofOutcome> Prove(Proof proof, CancellationToken cancel) => Task.FromResult<ProofOutcome>(
        _applications.TryGetValue(proof.Number, out var application) && application.BirthDate == proof.BirthDate
            ? new ProofOutcome.Proven(application)
            : new ProofOutcome.NoMatch());
}
