using FirstTry.Graph;

namespace FirstTry.Generators.Emit;

/// <summary>Writes what a check says beyond the defaults, one property a line.</summary>
internal sealed class CheckProperties(CodeWriter writer, MemberNames names)
{
    public void Write(Check check)
    {
        WriteCommand(check);
        WriteFiles(check);
        WriteSurroundings(check);
        WriteScheduling(check);
        WriteConditions(check);
        WriteOutcome(check);
    }

    private void WriteCommand(Check check)
    {
        Set(nameof(check.Run), check.Run is { } run ? Expressions.Command(run) : null);
        Set(nameof(check.Uses), check.Uses is { } uses ? Expressions.Adapter(uses) : null);
        Set(nameof(check.Bucket), check.Bucket is { } bucket ? Expressions.Choice(bucket) : null);
        Set(nameof(check.Description), check.Description is { } description ? Expressions.Text(description) : null);
        Set(nameof(check.Fix), check.Fix is { } fix ? Expressions.Command(fix) : null);
    }

    private void WriteFiles(Check check)
    {
        Set(nameof(check.Root), check.Root == "." ? null : Expressions.Text(check.Root));
        Set(nameof(check.Files), check.Files);
        Set(nameof(check.Exclude), check.Exclude);
        Set(nameof(check.Inputs), check.Inputs);
        Set(nameof(check.ExtraInputs), check.ExtraInputs);
        Set(nameof(check.Outputs), check.Outputs);
    }

    private void WriteSurroundings(Check check)
    {
        Set(nameof(check.Env), check.Env.IsEmpty ? null : Expressions.Variables(check.Env));
        Set(nameof(check.PassEnv), check.PassEnv);
        Set(nameof(check.Tools), check.Tools);
        Set(nameof(check.Stdin), check.Stdin == StandardInput.None ? null : Expressions.Choice(check.Stdin));
        Set(nameof(check.Interactive), check.Interactive ? Expressions.Flag(true) : null);
    }

    private void WriteScheduling(Check check)
    {
        Set(nameof(check.Needs), check.Needs.Count == 0 ? null : names.References(check.Needs));
        Set(nameof(check.Timeout), check.Timeout is { } timeout ? Expressions.Duration(timeout) : null);
        Set(nameof(check.Cpus), check.Cpus switch
        {
            1 => null,
            Check.AllCpus => $"{Expressions.GraphNamespace}Check.{nameof(Check.AllCpus)}",
            var count => Expressions.Number(count),
        });
        Set(nameof(check.Exclusive), check.Exclusive is { } exclusive ? Expressions.Text(exclusive) : null);
        Set(nameof(check.Cache), check.Cache == CachePolicy.Always ? null : Expressions.CachePolicy(check.Cache));
    }

    private void WriteConditions(Check check)
    {
        Set(nameof(check.Skip), check.Skip.IsEmpty ? null : Expressions.Array(check.Skip, ConditionExpression.Of));
        Set(nameof(check.Only), check.Only.IsEmpty ? null : Expressions.Array(check.Only, ConditionExpression.Of));
    }

    private void WriteOutcome(Check check)
    {
        Set(nameof(check.Stage), check.Stage ? null : Expressions.Flag(false));
        Set(nameof(check.AllowFailure), check.AllowFailure ? Expressions.Flag(true) : null);
        Set(nameof(check.Hint), check.Hint is { } hint ? Expressions.Text(hint) : null);
        Set(nameof(check.Tags), check.Tags);
    }

    private void Set(string property, EquatableArray<string> values) => Set(property, values.IsEmpty ? null : Expressions.Texts(values));

    private void Set(string property, GlobSet? globs) => Set(property, globs is null ? null : Expressions.Globs(globs));

    private void Set(string property, string? expression)
    {
        if (expression is not null)
        {
            writer.Line($"{property} = {expression},");
        }
    }
}
