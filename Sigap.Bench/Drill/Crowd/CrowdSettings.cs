namespace Sigap.Bench.Drill.Crowd;

/// <summary>Who writes, and how much. What may change while they write is in <see cref="CrowdMode"/> and the crowd's rate.</summary>
internal sealed record CrowdSettings
{
    /// <summary>Messages a second, whether they are answered or not.</summary>
    public double Rate { get; init; } = 100;

    public int Seed { get; init; } = 1;

    /// <summary>Null for as many as write at the pace of people: WhatsApp takes one message in six seconds for the same phone.</summary>
    public int? Applicants { get; init; }

    /// <summary>Null for as many as write at a person's pace.</summary>
    public int? Bookers { get; init; }

    /// <summary>Of all messages: steps towards a booking.</summary>
    public double BookingShare { get; init; } = 0.1;

    /// <summary>Of all messages: lookups of a status.</summary>
    public double StatusShare { get; init; } = 0.04;

    /// <summary>Of all messages: what nobody understands.</summary>
    public double NoiseShare { get; init; } = 0.02;

    /// <summary>Of the applicants: those who write on before their last message was acknowledged.</summary>
    public double ImpatientShare { get; init; } = 0.2;

    /// <summary>After it WhatsApp takes a post for failed.</summary>
    public TimeSpan PostTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Before the second try; then twice as long each time, up to <see cref="LongestGap"/>. WhatsApp's, compressed.</summary>
    public TimeSpan FirstGap { get; init; } = TimeSpan.FromMilliseconds(500);

    public TimeSpan LongestGap { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>Some statuses come so much later than usual.</summary>
    public TimeSpan LatestStatus { get; init; } = TimeSpan.FromSeconds(15);

    public string AppSecret { get; init; } = Programs.Secrets.App;

    public int AllApplicants => Applicants ?? (int)Math.Max(500, Rate * 30);

    public int AllBookers => Bookers ?? (int)Math.Max(30, Rate * BookingShare * 10);
}

/// <summary>How WhatsApp brings the messages.</summary>
internal sealed record CrowdMode
{
    /// <summary>As on an ordinary day.</summary>
    public static readonly CrowdMode Ordinary = new();

    /// <summary>Each webhook comes ten times, to all nodes at once.</summary>
    public static readonly CrowdMode DuplicateFlood = new() { CopiedShare = 1, Copies = 9 };

    /// <summary>Many write several messages at a time, which come in any order.</summary>
    public static readonly CrowdMode Shuffled = new() { BurstShare = 0.3 };

    /// <summary>Messages are on their way for up to twenty seconds, each for another time.</summary>
    public static readonly CrowdMode Delayed = new() { DelayedShare = 0.5, LongestDelay = TimeSpan.FromSeconds(20), BurstShare = 0.1 };

    /// <summary>Of the posts: those that come more than once.</summary>
    public double CopiedShare { get; init; } = 0.05;

    public int Copies { get; init; } = 1;

    /// <summary>Of the impatient: those who write three messages at once, which are posted in any order.</summary>
    public double BurstShare { get; init; } = 0.03;

    public double DelayedShare { get; init; }

    public TimeSpan LongestDelay { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Messages of different applicants that come in one post.</summary>
    public int MostPerPost { get; init; } = 4;
}
