namespace Sigap.Tests.Hosting;

/// <summary>Running programs share the machine badly: one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class HostingCollection
{
    public const string Name = "running programs";
}
