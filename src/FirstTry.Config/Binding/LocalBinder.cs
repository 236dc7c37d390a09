using FirstTry.Config.Problems;
using FirstTry.Config.Reading;
using FirstTry.Graph;

namespace FirstTry.Config.Binding;

/// <summary>Reads what only the local file has.</summary>
internal static class LocalBinder
{
    /// <summary>What is to be done about a runner whose config has changed.</summary>
    public static RunnerRebuild ReadRebuild(MappingNode local, ProblemList problems)
    {
        var index = local.IndexOf(LocalOverlay.Build);
        return index < 0 ? RunnerRebuild.Offer : new Field(Subject.File, local.Entries[index], problems).ReadChoice(Words.Rebuild) ?? RunnerRebuild.Offer;
    }
}
