using System.Collections.Generic;
using System.Linq;

namespace FirstTry.Graph.Tests;

public sealed class Order_of_checks
{
    private static readonly Check Lint = new("lint");
    private static readonly Check Types = new("types") { Bucket = Bucket.Slow, Needs = CheckReferences.Create(Lint) };
    private static readonly Check Tests = new("tests") { Bucket = Bucket.Slow, Needs = CheckReferences.Create(Types) };
    private static readonly Check Blanks = new("blanks") { Uses = new Adapter("trailing-whitespace", default) };

    [Fact]
    public void A_plan_goes_by_bucket_first_and_an_adapter_brings_its_own() =>
        Assert.Equal(["lint", "blanks", "types"], Names(CheckOrder.OfPlan([Types, Blanks, Lint])));

    [Fact]
    public void Within_a_bucket_needs_come_first_and_the_order_given_counts_otherwise()
    {
        var other = new Check("other") { Bucket = Bucket.Slow };

        Assert.Equal(["other", "types", "tests"], Names(CheckOrder.OfPlan([Tests, other, Types])));
        Assert.Equal(["types", "tests", "other"], Names(CheckOrder.OfPlan([Types, Tests, other])));
    }

    [Fact]
    public void What_is_needed_does_not_come_in_by_itself() => Assert.Equal(["tests"], Names(CheckOrder.OfPlan([Tests])));

    [Fact]
    public void A_check_that_needs_a_later_bucket_is_not_lost()
    {
        var early = new Check("early") { Needs = CheckReferences.Create(Types) };

        Assert.Contains("early", Names(CheckOrder.OfPlan([early, Types])));
    }

    [Fact]
    public void By_needs_everything_comes_after_what_it_needs() =>
        Assert.Equal(["blanks", "lint", "types", "tests"], Names(CheckOrder.ByNeeds([Blanks, Tests, Lint, Types])));

    private static IEnumerable<string> Names(CheckReferences checks) => checks.Select(check => check.Name);
}
