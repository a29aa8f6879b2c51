using Microsoft.Extensions.Options;
using Sigap.Host.Content;
using Sigap.Host.Storage;

namespace Sigap.Host.Startup;

/// <summary>Says why Sigap cannot start, in words for who has to mend it.</summary>
internal static class StartProblem
{
    /// <summary>Null for a failure nobody foresaw: that one deserves its stack trace.</summary>
    public static string? Explain(Exception failure) => failure switch
    {
        CannotStartException or DirectoryNotFoundException or ContentInvalidException => failure.Message,
        OptionsValidationException options => string.Join(Environment.NewLine, options.Failures),
        IOException { InnerException: Microsoft.AspNetCore.Connections.AddressInUseException } =>
            $"{failure.Message} Stop the program that uses it, or give Sigap another one with Urls=http://127.0.0.1:8081.",
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
