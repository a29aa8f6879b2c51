using Sigap.Host.Costs;

namespace Sigap.Tests.Costs;

/// <summary>What a month costs.</summary>
public class MonthlyCostsSpec
{
    private static readonly DateOnly November = new(2026, 11, 1);

    [Fact]
    public void A_month_without_messages_costs_nothing()
    {
        var costs = Of();

        costs.Total.ShouldBe(0);
        costs.FreeShare.ShouldBe(0);
    }

    [Fact]
    public void The_free_service_messages_of_a_month_cost_nothing_however_WhatsApp_calls_them()
    {
        Of(new CountedMessages("service", "regular", true, 1500)).Total.ShouldBe(500 * 0.02m);
        Of(new CountedMessages("service", "regular", true, 500), new CountedMessages("service", "free_customer_service", false, 1000))
            .Total.ShouldBe(500 * 0.02m);
        Of(new CountedMessages("service", "regular", true, 999)).Total.ShouldBe(0);
    }

    [Fact]
    public void Answers_to_an_advertisement_use_up_none_of_the_free_ones() =>
        Of(new CountedMessages("service", "free_entry_point", false, 400)).FreeUsed.ShouldBe(0);

    [Fact]
    public void A_template_costs_from_the_first_on_at_the_price_of_its_month()
    {
        Of(new CountedMessages("utility", "regular", true, 10)).Total.ShouldBe(0.3m);
        MonthlyCosts.Of([new CountedMessages("utility", "regular", true, 10)], SomePrices.List, new DateOnly(2027, 2, 1)).Total.ShouldBe(0.4m);
    }

    [Fact]
    public void Without_a_price_no_sum_is_made_up()
    {
        var costs = Of(new CountedMessages("utility", "regular", true, 10), new CountedMessages("marketing", "regular", true, 1));

        costs.Total.ShouldBeNull();
        costs.Categories.Single(category => category.Category == "utility").Cost.ShouldBe(0.3m);
    }

    [Fact]
    public void The_share_of_the_free_messages_goes_on_beyond_all_of_them() =>
        Of(new CountedMessages("service", "regular", true, 1250)).FreeShare.ShouldBe(125);

    private static MonthlyCosts Of(params CountedMessages[] counted) => MonthlyCosts.Of(counted, SomePrices.List, November);
}
