using System.ComponentModel;
using Sigap.Host.Applications;

namespace Sigap.Host.Api;

/// <summary>What became of a POST: one result for each application, in the order they were sent.</summary>
internal sealed record ApplicationResults(int Stored, int Older, int Refused, IReadOnlyList<ApplicationResult> Results);

internal sealed record ApplicationResult(
    [property: Description("The place in the array that was sent, from 0.")] int Index,
    [property: Description("stored; older (a newer record is there and stays); refused (see problems).")] string Result,
    IReadOnlyList<FieldProblem> Problems)
{
    public const string Stored = "stored";
    public const string Older = "older";
    public const string Refused = "refused";
}
