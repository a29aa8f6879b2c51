using System.Runtime.Serialization;
using Akka.Actor;
using Akka.Serialization;
using Sigap.Kernel;

namespace Sigap.Host.Cluster;

/// <summary>
/// Stands in the place of Akka's JSON serializer (id 1), which instantiates whatever type name arrives. Everything Sigap
/// sends or keeps has a protobuf form, so nothing may ever come here.
/// </summary>
public sealed class RefusingSerializer : Serializer
{
    /// <param name="config">Akka hands its JSON serializer settings; this one has none.</param>
    public RefusingSerializer(ExtendedActorSystem system, Akka.Configuration.Config config)
        : base(system)
    {
        _ = config;
    }

    public override int Identifier => 1;

    public override bool IncludeManifest => false;

    public override byte[] ToBinary(object obj) =>
        throw Refused("write", $"{obj.GetType()} has no wire form: give it one in a serializer of its feature");

    public override object FromBinary(byte[] bytes, Type type) => throw Refused("read", "JSON is refused on the wire");

    private static SerializationException Refused(string how, string why)
    {
        SigapMetrics.RefusedOnWire.Add(1, SigapMetrics.How(how));
        return new SerializationException(why);
    }
}
