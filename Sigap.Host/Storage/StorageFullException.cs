namespace Sigap.Host.Storage;

/// <summary>Nothing is written while the disk is nearly full: the webhook answers 503, and WhatsApp sends again later.</summary>
public sealed class StorageFullException(string folder, int minimumFreeMegabytes) : IOException(
    $"Less than {minimumFreeMegabytes} MB are free in {folder}: nothing is written until space is made there " +
    "(or Database:MinimumFreeMegabytes is lowered).");
