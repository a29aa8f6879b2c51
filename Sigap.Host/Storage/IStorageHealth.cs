namespace Sigap.Host.Storage;

/// <summary>Tells whether something can be made durable now. The webhook asks before it takes anything in.</summary>
public interface IStorageHealth
{
    bool CanWrite { get; }
}
