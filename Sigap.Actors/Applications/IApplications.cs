using Sigap.Kernel;

namespace Sigap.Applications;

/// <summary>The port to whoever knows the applications: Sigap's own table, or the office's system.</summary>
public interface IApplications
{
    /// <summary>
    /// Shows an application to who knows its number and the birth date. Wrong pairs are counted per application
    /// number, existing or not, once per <see cref="Proof.Message"/>. Throws when the source is away.
    /// </summary>
    Task<ProofOutcome> Prove(Proof proof, CancellationToken cancel);
}

/// <summary>A claim to an application: its number and a birth date, as given in one message.</summary>
public sealed record Proof(MessageId Message, ApplicationNumber Number, DateOnly BirthDate, DateTimeOffset At);

/// <summary>Closed: every case is named here. Nothing tells "no such number" from "another birth date".</summary>
public abstract record ProofOutcome
{
    private ProofOutcome()
    {
    }

    public sealed record Proven(PassportApplication Application) : ProofOutcome;

    public sealed record NoMatch : ProofOutcome;

    /// <summary>Too many wrong birth dates for this application: nobody is answered until then, not even with the right one.</summary>
    public sealed record Locked(DateTimeOffset Until) : ProofOutcome;
}
