namespace Sigap.Host.Content;

/// <summary>The section <c>Config</c>: where facts and texts are, and how soon a change of them is noticed.</summary>
public sealed class ConfigSettings
{
    public const string Section = "Config";

    /// <summary>The config folder; when not given, <c>./config</c>, else the one beside the program.</summary>
    public string? Path { get; set; }

    /// <summary>How often the folder is looked at, for file systems that do not tell of changes.</summary>
    public TimeSpan LookEvery { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>How long the files must have been quiet after a change: editors and deployments write more than one.</summary>
    public TimeSpan SettleFor { get; set; } = TimeSpan.FromMilliseconds(300);

    /// <summary>What is wrong with the settings, and what to write; null when nothing is.</summary>
    public string? Problem =>
        LookEvery < TimeSpan.FromMilliseconds(100) || LookEvery > TimeSpan.FromHours(1)
            ? $"{Section}:LookEvery is {LookEvery}; write a time from 00:00:00.100 to 01:00:00, for example 00:00:03"
        : SettleFor < TimeSpan.Zero || SettleFor > TimeSpan.FromMinutes(1)
            ? $"{Section}:SettleFor is {SettleFor}; write a time from 00:00:00 to 00:01:00, for example 00:00:00.300"
        : null;
}
