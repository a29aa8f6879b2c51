using System.Data;
using System.Data.Common;

namespace Sigap.Host.Storage;

/// <summary>
/// One statement for many rows: sent together where the driver can, so that a distant server is not waited for once a row;
/// one after the other, prepared, where it cannot.
/// </summary>
internal static class ManyRows
{
    /// <summary>A parameter of the statement, and its value for a row; null is NULL.</summary>
    public sealed record Column<T>(string Parameter, DbType Type, Func<T, object?> Value);

    /// <returns>How many rows of the table each one changed, in the order given.</returns>
    public static int[] Execute<T>(
        DbConnection connection, DbTransaction transaction, string statement, IReadOnlyList<Column<T>> columns, IReadOnlyList<T> rows) =>
        connection.CanCreateBatch
            ? Together(connection, transaction, statement, columns, rows)
            : OneByOne(connection, transaction, statement, columns, rows);

    private static int[] Together<T>(
        DbConnection connection, DbTransaction transaction, string statement, IReadOnlyList<Column<T>> columns, IReadOnlyList<T> rows)
    {
        using var batch = connection.CreateBatch();
        batch.Transaction = transaction;
        foreach (var row in rows)
        {
            var command = batch.CreateBatchCommand();
            command.CommandText = statement;
            foreach (var column in columns)
            {
                command.Parameters.Add(Fill(command.CreateParameter(), column, column.Value(row)));
            }

            batch.BatchCommands.Add(command);
        }

        batch.ExecuteNonQuery();
        return [.. batch.BatchCommands.Select(command => command.RecordsAffected)];
    }

    private static int[] OneByOne<T>(
        DbConnection connection, DbTransaction transaction, string statement, IReadOnlyList<Column<T>> columns, IReadOnlyList<T> rows)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = statement;
        foreach (var column in columns)
        {
            command.Parameters.Add(Fill(command.CreateParameter(), column, null));
        }

        var changed = new int[rows.Count];
        for (var i = 0; i < changed.Length; i++)
        {
            for (var place = 0; place < columns.Count; place++)
            {
                command.Parameters[place].Value = columns[place].Value(rows[i]) ?? DBNull.Value;
            }

            changed[i] = command.ExecuteNonQuery();
        }

        return changed;
    }

    private static DbParameter Fill<T>(DbParameter parameter, Column<T> column, object? value)
    {
        parameter.ParameterName = column.Parameter;
        parameter.DbType = column.Type;
        parameter.Value = value ?? DBNull.Value;
        return parameter;
    }
}
