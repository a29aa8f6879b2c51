using System.Collections.Immutable;

namespace Sigap.Conversations.Dialogues;

/// <summary>Rows that fit into one list; the last row leads to the others, and after the last page the first comes again.</summary>
internal static class RowPages
{
    public static (int Number, ImmutableArray<T> Rows, bool HasOthers) Of<T>(ImmutableArray<T> all, int page, int room)
    {
        if (all.Length <= room)
        {
            return (0, all, false);
        }

        var perPage = room - 1;
        var pages = (all.Length + perPage - 1) / perPage;
        var number = page % pages;
        return (number, [.. all.Skip(number * perPage).Take(perPage)], true);
    }
}
