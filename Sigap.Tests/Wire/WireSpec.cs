using System.Reflection;
using Akka.Serialization;
using Sigap.Conversations;
using Sigap.Pickup;
using Sigap.Tests.Support;
using Sigap.Transport;

namespace Sigap.Tests.Wire;

/// <summary>
/// The wire is for ever: what was ever written can be read, byte for byte as it was. SIGAP_APPROVE=1 writes files that do not
/// exist yet; it never changes one.
/// </summary>
public class WireSpec
{
    private static readonly string Folder = RepositoryRoot.Combine("Sigap.Tests", "Wire", "fixtures");
    private static readonly SerializerWithStringManifest[] Serializers =
        [new ConversationSerializer(null!), new TransportSerializer(null!), new PickupSerializer(null!)];

    public static TheoryData<string> Names => [.. Samples().Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_written_today_is_what_was_written_then(string name)
    {
        var file = Path.Combine(Folder, name + ".bin");
        var bytes = SerializerOf(Samples()[name]).ToBinary(Samples()[name]);

        if (!File.Exists(file) && Environment.GetEnvironmentVariable("SIGAP_APPROVE") == "1")
        {
            File.WriteAllBytes(file, bytes);
        }

        Convert.ToHexString(bytes).ShouldBe(Convert.ToHexString(File.ReadAllBytes(file)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_was_written_then_is_read_today(string name)
    {
        var sample = Samples()[name];
        var serializer = SerializerOf(sample);

        var read = serializer.FromBinary(File.ReadAllBytes(Path.Combine(Folder, name + ".bin")), serializer.Manifest(sample));

        // Bodies hold arrays, which compare by reference: their bytes are compared instead.
        Convert.ToHexString(serializer.ToBinary(read)).ShouldBe(Convert.ToHexString(serializer.ToBinary(sample)));
        read.ShouldBeOfType(sample.GetType());
    }

    [Fact]
    public void Every_event_and_every_message_has_a_sample()
    {
        Type[] roles =
        [
            typeof(IConversationEvent), typeof(IConversationCommand), typeof(IWithBusinessNumber), typeof(IPickupEvent), typeof(IWithPickupDay), typeof(PickupAnswer),
        ];

        var missing = typeof(IConversationEvent).Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false, IsInterface: false } && roles.Any(role => role.IsAssignableFrom(type)))
            .Except(Sampled.Select(sample => sample.GetType()));

        missing.ShouldBeEmpty();
    }

    [Fact]
    public void Every_case_of_every_union_is_in_a_sample()
    {
        var sampled = new HashSet<Type>();
        foreach (var sample in Sampled)
        {
            Collect(sample, sampled, 0);
        }

        Type[] unions =
        [
            typeof(Step), typeof(TurnFact), typeof(InboundContent), typeof(OutboundBody), typeof(SendVerdict), typeof(Notice),
            typeof(DayFact), typeof(Errand), typeof(PickupAnswer), typeof(MoveAnswer),
        ];
        foreach (var union in unions)
        {
            union.GetNestedTypes(BindingFlags.Public).Where(union.IsAssignableFrom).Except(sampled).ShouldBeEmpty(union.Name);
        }
    }

    [Fact]
    public void No_two_serializers_share_an_id_or_a_manifest()
    {
        Serializers.Select(serializer => serializer.Identifier).ShouldBeUnique();
        Sampled.Select(sample => SerializerOf(sample).Manifest(sample)).Distinct().Count()
            .ShouldBe(Sampled.Select(KindOf).Distinct().Count());
    }

    [Fact]
    public void An_unknown_manifest_is_refused_with_a_reason() =>
        Should.Throw<InvalidDataException>(() => ConversationSerializer.Read([], "conv.turn.99")).Message.ShouldContain("newer version");

    [Fact]
    public void An_unknown_manifest_of_a_pickup_day_is_refused_with_a_reason() =>
        Should.Throw<InvalidDataException>(() => PickupSerializer.Read([], "pickup.changed.99")).Message.ShouldContain("newer version");

    private static SerializerWithStringManifest SerializerOf(object sample) => sample switch
    {
        IWithBusinessNumber => Serializers[1],
        IPickupEvent or IWithPickupDay or PickupAnswer or PickupFailed or PickupDay => Serializers[2],
        _ => Serializers[0],
    };

    private static object[] Sampled => [.. WireSamples.All, .. SendingSamples.All, .. LateSamples.All, .. IdentitySamples.All];

    /// <summary>What has several cases under one manifest.</summary>
    private static Type KindOf(object sample) => sample switch
    {
        PickupAnswer => typeof(PickupAnswer),
        MoveAnswer => typeof(MoveAnswer),
        _ => sample.GetType(),
    };

    private static Dictionary<string, object> Samples() => Named(WireSamples.All, "")
        .Concat(Named(SendingSamples.All, "sending."))
        .Concat(Named(LateSamples.All, "late."))
        .Concat(Named(IdentitySamples.All, "identity."))
        .ToDictionary(pair => pair.Name, pair => pair.Sample, StringComparer.Ordinal);

    /// <param name="of">Keeps the numbers of samples that belong together apart from the others'.</param>
    private static IEnumerable<(string Name, object Sample)> Named(IEnumerable<object> samples, string of) => samples
        .GroupBy(sample => SerializerOf(sample).Manifest(sample))
        .SelectMany(group => group.Select((sample, index) => ($"{group.Key}.{of}{index + 1}", sample)));

    private static void Collect(object? value, HashSet<Type> found, int depth)
    {
        if (value is null or string || depth > 8)
        {
            return;
        }

        if (value is System.Collections.IEnumerable many)
        {
            foreach (var one in many)
            {
                Collect(one, found, depth + 1);
            }

            return;
        }

        if (value.GetType().Namespace?.StartsWith("Sigap", StringComparison.Ordinal) == true)
        {
            found.Add(value.GetType());
            foreach (var property in value.GetType().GetProperties().Where(property => property.GetIndexParameters().Length == 0))
            {
                Collect(property.GetValue(value), found, depth + 1);
            }
        }
    }
}
