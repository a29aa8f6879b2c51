using System.CommandLine;

namespace Sigap.Bench.Load;

/// <summary>The options of <c>load</c> and their bounds.</summary>
internal static class LoadOptions
{
    public static Command Command()
    {
        var defaults = new LoadSettings();
        var conversations = Number("--conversations", "How many applicants write (warm, passive). Cold has one for each message.", defaults.Conversations);
        var messages = Number("--messages", "How many messages are measured. Passive has one for each conversation.", defaults.Messages);
        var concurrency = Number("--concurrency", "Messages under way at once, each on its own connection.", defaults.Concurrency);
        var statuses = Number("--statuses", "Status webhooks after each reply: sent, delivered, read.", defaults.Statuses);
        var history = Number("--history", "Messages each passive conversation wrote before Sigap was restarted.", defaults.History);
        var warmUp = Number("--warm-up", "Messages before the measurement, until the code is compiled.", defaults.WarmUp);
        var runs = Number("--runs", "Independent runs, each with a new Sigap and new data; the median counts.", defaults.Runs);
        var seconds = Number("--seconds", "A run that takes longer is cut off and measured as far as it came.", defaults.Seconds);
        var warm = Switch("--warm", "Conversations are in memory (the default).");
        var cold = Switch("--cold", "Every message is an applicant's first.");
        var passive = Switch("--passive", "Every message wakes a conversation from the disk.");
        var host = new Option<FileInfo?>("--host") { Description = "Sigap.Host.dll or a published Sigap.Host to measure. The one built with the bench by default." };
        var data = new Option<DirectoryInfo?>("--data") { Description = "Where the temporary data is kept: the disk that is measured." };
        var output = new Option<FileInfo?>("--out") { Description = "The result file. By default a new one in Sigap.Bench/results." };
        foreach (var file in new Option[] { host, data, output })
        {
            file.Arity = ArgumentArity.ExactlyOne;
        }

        var command = new Command("load", "Puts Sigap under load: signed webhooks in, replies out to a stand-in for the Graph API.")
        {
            conversations, messages, concurrency, warm, cold, passive, statuses, history, warmUp, runs, seconds, host, data, output,
        };
        command.SetAction((parsed, cancel) => LoadCommand.Run(
            new LoadSettings
            {
                Temperature = parsed.GetValue(cold) ? Temperature.Cold : parsed.GetValue(passive) ? Temperature.Passive : Temperature.Warm,
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

    private static Option<int> Number(string name, string description, int standard) =>
        new(name) { Description = description, DefaultValueFactory = _ => standard };

    private static Option<bool> Switch(string name, string description) => new(name) { Description = description };
}
