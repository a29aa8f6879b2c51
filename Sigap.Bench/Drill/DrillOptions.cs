using System.CommandLine;

namespace Sigap.Bench.Drill;

/// <summary>The options of <c>drill</c> and their bounds.</summary>
internal static class DrillOptions
{
    public static Command Command()
    {
        var defaults = new DrillSettings();
        var messages = new Option<int>("--messages")
        {
            Description = "How many messages the applicants write, spread over all faults.",
            DefaultValueFactory = _ => defaults.Messages,
        };
        var rate = new Option<double>("--rate")
        {
            Description = "How many they write in a second.",
            DefaultValueFactory = _ => defaults.Rate,
        };
        var nodes = Number("--nodes", defaults.Nodes, "How many nodes the cluster has when all is well.");
        var seed = Number("--seed", defaults.Seed, "Who writes what, and when, and what the Graph API does with it.");
        var minutes = Number("--minutes", defaults.Minutes, "No new fault begins after so many minutes.");
        var calm = Number("--calm", defaults.CalmSeconds, "Seconds of quiet load before and after each fault, at least.");
        var faults = new Option<string>("--faults")
        {
            Description = $"all, short, or some of: {string.Join(", ", Faults.FaultCatalogue.Names)}.",
            DefaultValueFactory = _ => defaults.Faults,
        };
        var loopback = new Option<bool>("--loopback") { Description = "All nodes on the loopback, even for root: no cable is cut, no disk filled." };
        var older = new Option<FileInfo?>("--older-build")
        {
            Description = "The Sigap.Host.dll of an older build: its nodes begin, and this build's replace them under load.",
        };
        var data = new Option<DirectoryInfo?>("--data") { Description = "Where the temporary data is kept: the database's disk." };
        var output = new Option<FileInfo?>("--out") { Description = "The result file. By default a new one in Sigap.Bench/results." };
        var logs = new Option<DirectoryInfo?>("--logs")
        {
            Description = "Where the nodes' logs are kept. By default a temporary folder, which stays only when a promise was broken.",
        };

        var command = new Command("drill", "Breaks everything that can break, under load, and counts what was lost, doubled or out of order.")
        {
            messages, rate, nodes, seed, faults, minutes, calm, loopback, older, data, output, logs,
        };
        command.SetAction((parsed, cancel) => DrillCommand.Run(
            new DrillSettings
            {
                Messages = parsed.GetValue(messages),
                Rate = parsed.GetValue(rate),
                Nodes = parsed.GetValue(nodes),
                Seed = parsed.GetValue(seed),
                Faults = parsed.GetValue(faults)!,
                Minutes = parsed.GetValue(minutes),
                CalmSeconds = parsed.GetValue(calm),
                Loopback = parsed.GetValue(loopback),
                OlderBuild = parsed.GetValue(older)?.FullName,
            },
            parsed.GetValue(data)?.FullName ?? Path.GetTempPath(),
            parsed.GetValue(logs)?.FullName,
            parsed.GetValue(output)?.FullName,
            cancel));
        return command;
    }

    private static Option<int> Number(string name, int standard, string description) =>
        new(name) { Description = description, DefaultValueFactory = _ => standard };
}
