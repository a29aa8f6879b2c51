namespace Sigap.Host.Storage;

/// <summary>
/// One process per database. The lock belongs to the operating system, not to the existence of a file: it ends with
/// the process, however that ends, and the file that stays behind means nothing.
/// </summary>
public sealed class DatabaseLock : IDisposable
{
    private readonly FileStream _held;

    private DatabaseLock(FileStream held) => _held = held;

    /// <exception cref="DatabaseInUseException">Another process, or another part of this one, holds it.</exception>
    public static DatabaseLock Take(string databaseFile) =>
        TryTake(databaseFile) ?? throw new DatabaseInUseException(databaseFile);

    /// <summary>Null when another holds it.</summary>
    public static DatabaseLock? TryTake(string databaseFile)
    {
        var file = databaseFile + ".lock";
        try
        {
            return new DatabaseLock(new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (UnauthorizedAccessException refused)
        {
            throw new CannotStartException(
                $"The file {file} cannot be written. Give the user Sigap runs as write access to its folder.", refused);
        }
        catch (IOException busy) when (busy.GetType() == typeof(IOException))
        {
            return null;
        }
    }

    public void Dispose() => _held.Dispose();
}
