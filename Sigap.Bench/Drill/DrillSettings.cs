using System.Text.Json.Serialization;
using Sigap.Bench.Drill.Faults;
using Sigap.Bench.Drill.Stage;

namespace Sigap.Bench.Drill;

/// <summary>What is drilled, and how hard. Stands in the result.</summary>
internal sealed record DrillSettings
{
    public int Messages { get; init; } = 200_000;

    /// <summary>Messages a second in all.</summary>
    public double Rate { get; init; } = 100;

    public int Nodes { get; init; } = 3;

    public int Seed { get; init; } = 1;

    /// <summary><c>all</c>, <c>short</c>, or names with commas between them.</summary>
    public string Faults { get; init; } = FaultCatalogue.All;

    /// <summary>No new fault begins after so long.</summary>
    public int Minutes { get; init; } = 120;

    /// <summary>How long everything works before a fault, and after it, at least.</summary>
    public int CalmSeconds { get; init; } = 10;

    /// <summary>Some statuses come so late. Every phase waits for the last one.</summary>
    public int LatestStatusSeconds { get; init; } = 15;

    /// <summary>All nodes on the loopback, even for root.</summary>
    public bool Loopback { get; init; }

    /// <summary>Each node with a network of its own, and the database with a disk of its own.</summary>
    public bool AsRoot => !Loopback && NamespaceNetwork.IsPossible && SmallDisk.IsPossible;

    /// <summary>Another build's Sigap.Host.dll, whose nodes begin, and are replaced by this build's in the drill's last fault.</summary>
    [JsonIgnore]
    public string? OlderBuild { get; init; }

    /// <summary>Every value out of range, as a sentence that names the option and the remedy.</summary>
    public IEnumerable<string> Problems()
    {
        if (Messages is < 1 or > 5_000_000)
            yield return $"--messages is {Messages}; write a number from 1 to 5000000.";
        if (Rate is not (>= 1 and <= 2000))
            yield return $"--rate is {Rate}; write a number from 1 to 2000.";
        if (Nodes is < 2 or > 9)
            yield return $"--nodes is {Nodes}; write a number from 2 to 9.";
        if (Minutes is < 1 or > 24 * 60)
            yield return $"--minutes is {Minutes}; write a number from 1 to 1440.";
        if (CalmSeconds is < 1 or > 3600)
            yield return $"--calm is {CalmSeconds}; write a number from 1 to 3600.";
        if (OlderBuild is { } build && !File.Exists(build))
            yield return $"--older-build is {build}, and there is no such file; name the Sigap.Host.dll of an older build.";
        foreach (var unknown in FaultCatalogue.Unknown(Faults))
            yield return $"--faults names '{unknown}', which is none; write all, short, or some of: {string.Join(", ", FaultCatalogue.Names)}.";
    }
}
