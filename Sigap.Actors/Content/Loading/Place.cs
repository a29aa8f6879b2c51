namespace Sigap.Content.Loading;

/// <summary>Where something stands. <paramref name="Block"/> marks text whose lines follow below that line.</summary>
internal readonly record struct Place(string File, int Line, bool Block = false)
{
    /// <summary>The line of a character of the text that stands here.</summary>
    public Place Inside(string text, int index) =>
        Block ? this with { Line = Line + 1 + text.AsSpan(0, Math.Min(index, text.Length)).Count('\n') } : this;
}
