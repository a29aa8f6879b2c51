using System.Collections.Immutable;

namespace Sigap.Content;

/// <summary>
/// One thing Sigap can say: a text with <c>{variables}</c>, and the options that follow from it. Up to three options with
/// short titles and no descriptions become buttons, more become a list.
/// </summary>
public sealed record Node(
    string Id,
    string Text,
    ImmutableArray<Option> Options,
    string? ListButton,
    string? Header,
    string? Footer,
    Provenance? Provenance);

/// <summary>Something the applicant can choose. <paramref name="Goto"/> is a node id, or <c>@dialogue</c>, or <c>@dialogue:argument</c>.</summary>
public sealed record Option(string Id, string Title, string? Description, string Goto);
