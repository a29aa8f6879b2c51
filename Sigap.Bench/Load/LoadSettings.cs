using System.Text.Json.Serialization;

namespace Sigap.Bench.Load;

/// <summary>What conversations the messages meet.</summary>
internal enum Temperature
{
    /// <summary>In memory.</summary>
    Warm,

    /// <summary>New: the applicant's first message.</summary>
    Cold,

    /// <summary>On the disk only, with a history to read.</summary>
    Passive,
}

/// <summary>The load of a run. Stands in the result, so that only like is compared with like.</summary>
internal sealed record LoadSettings
{
    /// <summary>Phones end in eight digits that count the applicants.</summary>
    public const int MostApplicants = 10_000_000;

    [JsonConverter(typeof(JsonStringEnumConverter<Temperature>))]
    public Temperature Temperature { get; init; } = Temperature.Warm;

    /// <summary>On a PostgreSQL of the bench's own; otherwise on SQLite.</summary>
    public bool Postgres { get; init; }

    public int Conversations { get; init; } = 2000;

    public int Messages { get; init; } = 20_000;

    public int Concurrency { get; init; } = 64;

    public int Statuses { get; init; }

    public int History { get; init; } = 5;

    public int WarmUp { get; init; } = 8000;

    public int Runs { get; init; } = 1;

    public int Seconds { get; init; } = 300;

    /// <summary>Null for the Sigap built with the bench.</summary>
    public string? Host { get; init; }

    /// <summary>Applicants whose messages are measured.</summary>
    [JsonIgnore]
    public int Measured => Temperature == Temperature.Cold ? Messages : Conversations;

    /// <summary>Every value out of range, as a sentence that names the option and the remedy.</summary>
    public IEnumerable<string> Problems()
    {
        if (Conversations is < 1 or > 1_000_000)
            yield return $"--conversations is {Conversations}; write a number from 1 to 1000000.";
        if (Messages is < 1 or > 5_000_000)
            yield return $"--messages is {Messages}; write a number from 1 to 5000000.";
        if (Concurrency is < 1 or > 250)
            yield return $"--concurrency is {Concurrency}; write a number from 1 to 250: above 256 Sigap sends messages back.";
        if (Temperature != Temperature.Cold && Concurrency > Conversations)
            yield return $"--concurrency is {Concurrency}, but {Conversations} conversations have one message under way each; write fewer.";
        if (Statuses is < 0 or > 3)
            yield return $"--statuses is {Statuses}; write a number from 0 to 3.";
        if (History is < 1 or > 1000)
            yield return $"--history is {History}; write a number from 1 to 1000.";
        if (WarmUp is < 0 or > 1_000_000)
            yield return $"--warm-up is {WarmUp}; write a number from 0 to 1000000.";
        if (Runs is < 1 or > 20)
            yield return $"--runs is {Runs}; write a number from 1 to 20.";
        if (Seconds is < 1 or > 3600)
            yield return $"--seconds is {Seconds}; write a number from 1 to 3600.";
    }
}
