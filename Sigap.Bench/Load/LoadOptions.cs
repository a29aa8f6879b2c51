using System.CommandLine;

namespace Sigap.Bench.Load;

/// <summary>The options of <c>load</c> and their bounds.</summary>
internal static class LoadOptions
{
    public static Command Command()
    {
        var defaults = new LoadSettings();
        var conversations = Number(
            "--conversations", defaults.Conversations, "How many applicants write (warm, passive). Cold has one for each message.");
        var messages = Number(
            "--messages", defaults.Messages, "How many messages are measured. Passive has one for each conversation.");
        var concurrency = Number(
            "--concurrency", defaults.Concurrency, "Messages under way at once, each on its own connection.");
        var statuses = Number(
            "--statuses", defaults.Statuses, "Status webhooks after each reply: sent, delivered, read.");
        var history = Number(
            "--history", defaults.History, "Messages each passive conversation wrote before Sigap was restarted.");
        var warmUp = Number(
            "--warm-up", defaults.WarmUp, "Messages before the measurement, until most code is compiled.");
        var runs = Number(
            "--runs", defaults.Runs, "Independent runs, each with a new Sigap and new data; the median counts.");
        var seconds = Number(
            "--seconds", defaults.Seconds, "A phase that takes longer is cut off and measured as far as it came.");
        var warm = Switch("--warm", "Conversations are in memory (the default).");
        var cold = Switch("--cold", "Every message is an applicant's first.");
        var passive = Switch("--passive", "Every message wakes a conversation from the disk.");
        var postgres = Switch("--postgres", "On a private PostgreSQL, started for each run; otherwise on SQLite.");
        var host = new Option<FileInfo?>("--host")
        {
            Description = "Sigap.Host.dll or a published Sigap.Host to measure. The one built with the bench by default.",
        };
        var data = new Option<DirectoryInfo?>("--data")
        {
            Description = "Where the temporary data is kept: the disk that is measured.",
        };
        var output = new Option<FileInfo?>("--out")
        {
            Description = "The result file. By default a new one in Sigap.Bench/results.",
        };

        var command = new Command("load", "Puts Sigap under load: signed webhooks in, replies out to a stand-in for the Graph API.")
        {
            warm, cold, passive, postgres, conversations, messages, concurrency, statuses, history, warmUp, runs, seconds, host, data, output,
        };
        command.SetAction((parsed, cancel) => LoadCommand.Run(
            new LoadSettings
            {
                Temperature = (parsed.GetValue(cold), parsed.GetValue(passive)) switch
                {
                    (true, _) => Temperature.Cold,
                    (_, true) => Temperature.Passive,
                    _ => Temperature.Warm,
                },
                Postgres = parsed.GetValue(postgres),
                Conversations = parsed.GetValue(conversations),
                Messages = parsed.GetValue(messages),
                Concurrency = parsed.GetValue(concurrency),
                Statuses = parsed.GetValue(statuses),
                History = parsed.GetValue(history),
                WarmUp = parsed.GetValue(warmUp),
                Runs = parsed.GetValue(runs),
                Seconds = parsed.GetValue(seconds),
                Host = parsed.GetValue(host)?.FullName,
            },
            parsed.GetValue(data)?.FullName ?? Path.GetTempPath(),
            parsed.GetValue(output)?.FullName,
            cancel));
        command.Validators.Add(result =>
        {
            if (new[] { warm, cold, passive }.Count(option => result.GetValue(option)) > 1)
            {
                result.AddError("--warm, --cold and --passive exclude each other; write one of them.");
            }
        });
        return command;
    }

    private static Option<int> Number(string name, int standard, string description) =>
        new(name) { Description = description, DefaultValueFactory = _ => standard };

    private static Option<bool> Switch(string name, string description) => new(name) { Description = description };
}
