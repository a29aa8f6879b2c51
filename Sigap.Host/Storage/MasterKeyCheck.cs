using Dapper;
using Sigap.Host.Keys;

namespace Sigap.Host.Storage;

/// <summary>
/// A database belongs to one master key. With another one every conversation would get a new name and its history would
/// be lost from sight: better not to start.
/// </summary>
internal static class MasterKeyCheck
{
    private const string Remember =
        "INSERT INTO master_key_check (id, fingerprint) VALUES (1, @Fingerprint) ON CONFLICT (id) DO NOTHING";

    public static async Task Demand(SigapDatabase database, MasterKey key, CancellationToken cancel)
    {
        const string known = "SELECT fingerprint FROM master_key_check WHERE id = 1";
        var found = await database.Read(connection => connection.ExecuteScalar<string?>(known), cancel)
            ?? await database.Write(
                (connection, transaction) =>
                {
                    connection.Execute(Remember, new { key.Fingerprint }, transaction);
                    return connection.ExecuteScalar<string>(known, transaction: transaction)!;
                },
                cancel);
        if (found != key.Fingerprint)
        {
            throw new CannotStartException(
                $"The database was written with the master key {found}…, the one given now is {key.Fingerprint}…. Put back " +
                "the key that belongs to this database (Keys:MasterKeyFile or Keys:MasterKey), or start with an empty one.");
        }
    }
}
