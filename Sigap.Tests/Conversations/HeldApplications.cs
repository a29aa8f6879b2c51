using Sigap.Applications;

namespace Sigap.Tests.Conversations;

/// <summary>Applications that answer when the test says so.</summary>
internal sealed class HeldApplications : IApplications
{
    public TaskCompletionSource<ProofOutcome> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public int Asked { get; private set; }

    public Task<ProofOutcome> Prove(Proof proof, CancellationToken cancel)
    {
        Asked++;
        return Answer.Task;
    }
}
