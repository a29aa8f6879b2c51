namespace Sigap.Host.Storage;

/// <summary>
/// Sigap cannot start like this. The message is written for the operator: which setting or file, why, and what to do.
/// It is printed as it stands, without a stack trace, and the program ends with exit code 1.
/// </summary>
public class CannotStartException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Refuses to start with settings that have problems: one line each.</summary>
    public static void ThrowIfAny(IReadOnlyCollection<string> problems)
    {
        if (problems.Count > 0)
        {
            throw new CannotStartException(string.Join(Environment.NewLine, problems));
        }
    }
}

/// <summary>Another process holds the database file.</summary>
public sealed class DatabaseInUseException(string file, Exception? inner = null) : CannotStartException(
    $"The database {file} is in use by another Sigap process. Stop that process first, or give this one a database of " +
    "its own in ConnectionStrings:Sigap.", inner);

/// <summary>The database was written by a newer Sigap.</summary>
public sealed class DatabaseTooNewException(string file, int found, int known) : CannotStartException(
    $"The database {file} has schema version {found}, this program knows versions up to {known}. Start the newer " +
    "program again, or restore the backup made before it first ran.");
