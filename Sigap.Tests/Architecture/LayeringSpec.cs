using NetArchTest.Rules;
using Sigap.Kernel;

namespace Sigap.Tests.Architecture;

/// <summary>Functions decide, actors carry: Akka stays in actors, hosting, serializers and the kernel.</summary>
public class LayeringSpec
{
    [Fact]
    public void Only_shells_know_Akka()
    {
        var result = Types.InAssembly(typeof(ConversationId).Assembly)
            .That().DoNotHaveNameMatching("(Actor|Hosting|Serializer|Extractor)$")
            .And().DoNotResideInNamespace("Sigap.Kernel")
            .And().AreNotNested()
            .ShouldNot().HaveDependencyOn("Akka")
            .GetResult();

        (result.FailingTypeNames ?? []).ShouldBeEmpty();
    }

    [Fact]
    public void The_engine_knows_nothing_of_its_host()
    {
        var result = Types.InAssembly(typeof(ConversationId).Assembly)
            .ShouldNot().HaveDependencyOnAny("Microsoft.AspNetCore", "Microsoft.Data", "Npgsql", "Sigap.Host")
            .GetResult();

        (result.FailingTypeNames ?? []).ShouldBeEmpty();
    }
}
