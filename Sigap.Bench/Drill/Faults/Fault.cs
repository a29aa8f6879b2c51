namespace Sigap.Bench.Drill.Faults;

/// <summary>Something that goes wrong on the stage, for a while or for a moment.</summary>
/// <param name="Name">For <c>--faults</c>.</param>
/// <param name="Description">One line of the report.</param>
/// <param name="Patience">How long an applicant may wait for it at most.</param>
internal sealed record Fault(string Name, string Description, Patience Patience)
{
    public Needs Needs { get; init; } = new();

    /// <summary>Makes it happen. What takes its time, such as a rolling restart, ends here.</summary>
    public required Func<DrillScene, CancellationToken, Task> Begin { get; init; }

    /// <summary>How long it lasts after it has begun.</summary>
    public TimeSpan Lasts { get; init; }

    /// <summary>Makes it good, as the people who run the machines would.</summary>
    public Func<DrillScene, CancellationToken, Task> End { get; init; } = (_, _) => Task.CompletedTask;

    /// <summary>A send may be cut off by it, and be repeated. False for what is done in order: there nothing may come twice.</summary>
    public bool CutsSends { get; init; } = true;

    /// <summary>Nodes may end by themselves because of it, such as the smaller side of a cut network. Any other fault lets them live.</summary>
    public bool EndsNodes { get; init; }
}

/// <summary>How long the longest silence towards an applicant may be.</summary>
/// <param name="Longest">From the message to its reply, or from the moment all is well again.</param>
/// <param name="CountsFrom">An outage of two minutes makes a reply two minutes late; what counts is how soon after it.</param>
internal sealed record Patience(TimeSpan Longest, PatienceFrom CountsFrom)
{
    public static Patience FromMessage(double seconds) => new(TimeSpan.FromSeconds(seconds), PatienceFrom.Message);

    public static Patience FromHeal(double seconds) => new(TimeSpan.FromSeconds(seconds), PatienceFrom.Heal);
}

internal enum PatienceFrom
{
    Message,
    Heal,
}

/// <summary>What must be there for a fault.</summary>
internal sealed record Needs
{
    /// <summary>Nodes at least.</summary>
    public int Nodes { get; init; } = 1;

    /// <summary>Cables that can be cut: root, and Debian's packages iproute2 and nftables.</summary>
    public bool Cables { get; init; }

    /// <summary>A disk that is the database's alone: root.</summary>
    public bool Disk { get; init; }

    /// <summary>An older build of Sigap: <c>--older-build</c>.</summary>
    public bool OlderBuild { get; init; }

    public bool AreMet(DrillSettings settings) =>
        settings.Nodes >= Nodes && (settings.AsRoot || !(Cables || Disk)) && (settings.OlderBuild is not null || !OlderBuild);

    /// <summary>For whoever wonders why a fault was left out.</summary>
    public override string ToString() => (OlderBuild, Cables || Disk) switch
    {
        (true, _) => "needs --older-build",
        (_, true) => "needs root",
        _ => $"needs {Nodes} nodes",
    };
}
