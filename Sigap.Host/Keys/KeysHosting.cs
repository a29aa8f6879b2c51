using Sigap.Host.Storage;

namespace Sigap.Host.Keys;

public static class KeysHosting
{
    /// <summary>
    /// Registers the <see cref="MasterKey"/>. On the embedded database a missing key file is made, as long as there is
    /// no database yet that was written with another key.
    /// </summary>
    public static IServiceCollection AddKeys(this IServiceCollection services, IConfiguration configuration)
    {
        var keys = configuration.GetSection(KeysOptions.Section).Get<KeysOptions>() ?? new KeysOptions();
        var database = DatabaseOptions.From(configuration);
        var mayMake = database.Provider == DatabaseOptions.Sqlite && database.Validate().Count == 0 && !File.Exists(database.File);
        return services.AddSingleton(MasterKey.Load(keys, mayMake));
    }
}
