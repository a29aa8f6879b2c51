using Sigap.Kernel;

namespace Sigap.Tests.Kernel;

public class ConversationNamesSpec
{
    private static readonly BusinessNumberId Office = new("109000000000001");
    private readonly ConversationNames _names = new(new byte[32]);

    [Fact]
    public void The_same_applicant_on_the_same_number_has_the_same_conversation() =>
        _names.For(Office, Applicant.From("6281200000001", null)!)
            .ShouldBe(_names.For(Office, Applicant.From("6281200000001", "ID.1")!));

    [Fact]
    public void The_same_applicant_on_two_business_numbers_has_two_conversations() =>
        _names.For(Office, Applicant.From("6281200000001", null)!)
            .ShouldNotBe(_names.For(new BusinessNumberId("109000000000002"), Applicant.From("6281200000001", null)!));

    [Fact]
    public void A_name_tells_the_business_number_and_hides_the_applicant()
    {
        var name = _names.For(Office, Applicant.From("6281200000001", null)!);

        name.Business.ShouldBe(Office);
        name.Value.ShouldNotContain("6281200000001");
    }

    [Theory]
    [InlineData("ID.10210000000000000001", null)]
    [InlineData(null, "ID.10210000000000000001")]
    public void A_scoped_id_in_the_place_of_the_phone_is_a_scoped_id(string? phone, string? scoped)
    {
        var applicant = Applicant.From(phone, scoped)!;

        applicant.Phone.ShouldBeNull();
        applicant.ScopedId.ShouldBe("ID.10210000000000000001");
    }

    [Fact]
    public void Nobody_is_named_by_nothing() => Applicant.From(" ", null).ShouldBeNull();
}
