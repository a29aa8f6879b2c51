using Sigap.Content;

namespace Sigap.Tests.Support;

/// <summary>Content that does not change.</summary>
internal sealed class FixedContent(ContentSet content) : IContentSource
{
    public ContentSet Current => content;
}
