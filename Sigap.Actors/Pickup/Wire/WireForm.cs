using Google.Protobuf;

namespace Sigap.Pickup;

/// <summary>How one type is written, and how what was written under its manifest is read.</summary>
internal sealed record WireForm(Type Type, string Manifest, Func<object, IMessage> Write, Func<byte[], object> Read)
{
    public static WireForm Of<T>(string manifest, Func<T, IMessage> write, Func<byte[], T> read)
        where T : class => new(typeof(T), manifest, o => write((T)o), read);
}
