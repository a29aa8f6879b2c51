using Microsoft.Extensions.Options;
using Sigap.Host.Content;
using Sigap.Host.Storage;

namespace Sigap.Host.Startup;

/// <summary>Says why Sigap cannot start, in words for who has to mend it.</summary>
internal static class StartProblem
{
    /// <summary>How the framework's reader of settings begins; it goes on with the value and the setting.</summary>
    private const string NotConverted = "Failed to convert configuration value";

    /// <summary>Null for a failure nobody foresaw: that one deserves its stack trace.</summary>
    public static string? Explain(Exception failure) => failure switch
    {
        CannotStartException or DirectoryNotFoundException or ContentInvalidException => failure.Message,
        OptionsValidationException options => string.Join(Environment.NewLine, options.Failures),
        IOException { InnerException: Microsoft.AspNetCore.Connections.AddressInUseException } =>
            $"{failure.Message} Stop the program that uses it, or give Sigap another one with Urls=http://127.0.0.1:8081.",
        InvalidOperationException { InnerException: not null } when failure.Message.StartsWith(NotConverted, StringComparison.Ordinal) =>
            $"{failure.Message} Write a value of that kind (a time as hh:mm:ss), or leave the setting out for its default.",
        AggregateException { InnerExceptions: [var only] } => Explain(only),
        _ => null,
    };

    public static int Print(Exception failure, TextWriter errors)
    {
        errors.WriteLine("Sigap cannot start:");
        errors.WriteLine(Explain(failure) ?? failure.ToString());
        return 1;
    }
}
