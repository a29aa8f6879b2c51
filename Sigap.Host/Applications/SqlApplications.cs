using System.Buffers.Binary;
using System.Data.Common;
using Dapper;
using Sigap.Applications;
using Sigap.Host.Keys;
using Sigap.Host.Storage;

namespace Sigap.Host.Applications;

/// <summary>
/// Applications in Sigap's own table. A number that does not exist is treated like one with another birth date, in answer
/// and in work; wrong guesses are counted for both, under a keyed hash of the number.
/// </summary>
internal sealed class SqlApplications(SigapDatabase database, MasterKey key, LookupOptions limits) : IApplications
{
    private readonly NumberHash _hash = new(key, "sigap application guesses v1");

    // Guesses at one number are judged one after the other: a hundred sent at once get five chances, not a hundred. Between
    // nodes the database sees to that; within one they wait here, where waiting costs no connection.
    private readonly SemaphoreSlim[] _turns = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1, 1))];

    public async Task<ProofOutcome> Prove(Proof proof, CancellationToken cancel)
    {
        var hash = _hash.Of(proof.Number);
        var turn = _turns[hash[0] % _turns.Length];
        await turn.WaitAsync(cancel);
        try
        {
            return await database.Write((connection, transaction) => Judge(proof, hash, connection, transaction), cancel);
        }
        finally
        {
            turn.Release();
        }
    }

    private ProofOutcome Judge(Proof proof, byte[] hash, DbConnection connection, DbTransaction transaction)
    {
        database.WaitForTurn(connection, transaction, BinaryPrimitives.ReadInt64BigEndian(hash));
        if (LockedUntil(connection, transaction, hash, proof) is { } until)
        {
            return new ProofOutcome.Locked(until);
        }

        return ApplicationTable.Find(connection, proof.Number, transaction) is { } known && known.BirthDate == proof.BirthDate
            ? new ProofOutcome.Proven(known)
            : CountWrong(proof, hash, connection, transaction);
    }

    /// <summary>The guess that fills the measure is told at once that the application is locked now.</summary>
    private ProofOutcome CountWrong(Proof proof, byte[] hash, DbConnection connection, DbTransaction transaction)
    {
        connection.Execute(
            """
            DELETE FROM application_guess WHERE at < @forgotten;
            INSERT INTO application_guess (message_fingerprint, number_hash, at) VALUES (@fingerprint, @hash, @at)
            ON CONFLICT (message_fingerprint) DO NOTHING;
            """,
            new
            {
                forgotten = (proof.At - limits.Window - limits.Window - limits.Lock).ToUnixTimeMilliseconds(),
                fingerprint = unchecked((long)proof.Message.Fingerprint),
                hash,
                at = proof.At.ToUnixTimeMilliseconds(),
            },
            transaction);
        return LockedUntil(connection, transaction, hash, proof) is { } until
            ? new ProofOutcome.Locked(until)
            : new ProofOutcome.NoMatch();
    }

    private DateTimeOffset? LockedUntil(DbConnection connection, DbTransaction transaction, byte[] hash, Proof proof)
    {
        var guesses = connection.Query<long>(
            "SELECT at FROM application_guess WHERE number_hash = @hash ORDER BY at DESC LIMIT @WrongPerApplication",
            new { hash, limits.WrongPerApplication },
            transaction);
        return GuessLimit.LockedUntil([.. guesses.Select(DateTimeOffset.FromUnixTimeMilliseconds)], limits, proof.At);
    }
}
