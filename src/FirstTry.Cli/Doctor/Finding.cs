namespace FirstTry.Cli.Doctor;

/// <summary>Something that the examination found.</summary>
/// <param name="Id">A stable name of the kind of finding.</param>
/// <param name="What">The thing and what is wrong with it, as a sentence.</param>
/// <param name="WayOut">What to do about it, as a sentence.</param>
internal sealed record Finding(string Id, string What, string WayOut)
{
    /// <summary>Whether something gets by unchecked, or a promise is weaker, until it is mended. What is only good to know is no problem.</summary>
    public bool IsProblem { get; init; } = true;
}
