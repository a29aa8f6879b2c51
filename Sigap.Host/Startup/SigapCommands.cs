using System.CommandLine;
using Sigap.Host.Applications;
using Sigap.Host.Chat;

namespace Sigap.Host.Startup;

/// <summary>The command line: without a command Sigap serves; the commands are tools for operators.</summary>
internal static class SigapCommands
{
    public static async Task<int> Run(string[] args)
    {
        // Settings can be given as --Section:Name=value to every command; they are not the command line's to judge.
        var settings = args.Where(IsSetting).ToArray();
        var rest = args.Except(settings).ToArray();

        var root = new RootCommand("Sigap answers applicants of immigration offices on WhatsApp. Without a command it serves.");
        root.SetAction((_, cancel) => Serving.Run(settings, cancel));
        root.Subcommands.Add(Check(settings));
        root.Subcommands.Add(Import(settings));
        root.Subcommands.Add(Migrate(settings));
        root.Subcommands.Add(Understand(settings));
        root.Subcommands.Add(Chat(settings));
        root.Subcommands.Add(ApiKey());

        var parsed = root.Parse(rest);
        return await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
    }

    private static bool IsSetting(string arg) =>
        arg.StartsWith("--", StringComparison.Ordinal) && arg.Contains('=', StringComparison.Ordinal);

    private static Command Check(string[] settings)
    {
        var command = new Command("check", "Checks facts and texts under config/. Exit code 1 when there are errors.");
        command.SetAction(_ => Tools.Check(settings, Console.Out));
        return command;
    }

    private static Command Import(string[] settings)
    {
        var file = new Argument<FileInfo>("FILE.csv") { Description = "The file to take over." };
        var applications = new Command("applications", ImportCommand.Help) { file };
        applications.SetAction((parsed, cancel) => Tools.Import(settings, parsed.GetValue(file)!, Console.Out, cancel));
        return new Command("import", "Takes over data from files.") { applications };
    }

    private static Command Migrate(string[] settings)
    {
        var command = new Command("migrate", "Makes the tables of the database or brings them up to date, for a service that may not.");
        command.SetAction(_ => Tools.Migrate(settings, Console.Out));
        return command;
    }

    private static Command Understand(string[] settings)
    {
        var command = new Command("understand", "Reads lines from standard input and prints what each asks for: intent, tab, line.");
        command.SetAction(_ => Tools.Understand(settings, Console.In, Console.Out));
        return command;
    }

    private static Command ApiKey()
    {
        var command = new Command("api-key", "Makes a key for the REST API and prints it once, with the hash for the settings.");
        command.SetAction(_ => Tools.MakeApiKey(Console.Out));
        return command;
    }

    private static Command Chat(string[] settings)
    {
        var command = new Command("chat", "Talks to the engine in the terminal, with demo applications, in memory.");
        command.SetAction((_, cancel) => TerminalChat.Run(settings, Console.In, Console.Out, cancel));
        return command;
    }
}
