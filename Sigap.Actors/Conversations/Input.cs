using Sigap.Content;
using Sigap.Language;
using Sigap.Transport;

namespace Sigap.Conversations;

/// <summary>A message as the dialogues see it.</summary>
/// <param name="Text">What was typed (a caption counts); null when nothing was.</param>
/// <param name="Chosen">The option that was tapped, or named by its number, its id or its title.</param>
/// <param name="OldTap">An option was tapped that no longer exists.</param>
internal sealed record Input(InboundMessage Message, string? Text, Reading? Reading, Offer? Chosen, bool OldTap = false)
{
    public Intent Intent => Reading?.Intent ?? Intent.Unknown;

    /// <summary>One of the old commands, such as <c>#status</c>: never part of a free text.</summary>
    public bool IsCommand => Text is not null && Text.AsSpan().TrimStart().StartsWith('#');

    /// <summary>Short enough to be a command rather than a sentence that happens to contain one.</summary>
    public bool IsShort => Text is not null && Text.Split((char[]?)null, 4, StringSplitOptions.RemoveEmptyEntries).Length <= 3;
}
