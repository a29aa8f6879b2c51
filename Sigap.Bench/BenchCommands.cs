using System.CommandLine;
using Sigap.Bench.Drill;
using Sigap.Bench.Load;
using Sigap.Bench.Micro;
using Sigap.Bench.Results;
using Sigap.Bench.Rush;

namespace Sigap.Bench;

/// <summary>The command line of the bench.</summary>
internal static class BenchCommands
{
    public static async Task<int> Run(string[] args)
    {
        var root = new RootCommand("Measures Sigap: under load as a whole, in its parts, and one result against another.");
        root.Subcommands.Add(LoadOptions.Command());
        root.Subcommands.Add(RushCommand.Command());
        root.Subcommands.Add(DrillOptions.Command());
        root.Subcommands.Add(Compare());
        root.Subcommands.Add(Micro());

        // Ctrl-C cancels the run; Sigap and its data are cleared away before the bench ends.
        var patience = new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(20) };
        return await root.Parse(args).InvokeAsync(patience);
    }

    private static Command Compare()
    {
        var before = new Argument<FileInfo>("BEFORE.json").AcceptExistingOnly();
        var after = new Argument<FileInfo>("AFTER.json").AcceptExistingOnly();
        var command = new Command("compare", "Prints the figures of two results and their ratios, after to before.")
        {
            before, after,
        };
        command.SetAction((parsed, cancel) => Comparison.Print(
            parsed.GetValue(before)!.FullName, parsed.GetValue(after)!.FullName, Console.Out, Console.Error, cancel));
        return command;
    }

    private static Command Micro()
    {
        var filter = new Argument<string>("FILTER")
        {
            Description = "Part of a benchmark's name.",
            DefaultValueFactory = _ => "*",
        };
        var command = new Command("micro", "Measures the parts: reading a webhook, understanding, deciding, serialising, rendering.")
        {
            filter,
        };
        command.SetAction(parsed => MicroCommand.Run(parsed.GetValue(filter)!));
        return command;
    }
}
