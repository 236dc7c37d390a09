using FirstTry.Graph;

namespace FirstTry.Config;

/// <summary>What a config says, and everything that is wrong with it.</summary>
/// <param name="Graph"><see cref="CheckGraph.Empty"/> when there is an error among the problems.</param>
/// <param name="Problems">In the order of file, line and column; those of the main file come first.</param>
public sealed record ConfigResult(CheckGraph Graph, EquatableArray<Problem> Problems)
{
    /// <summary>True when a problem stops every run.</summary>
    public bool HasErrors
    {
        get
        {
            foreach (var problem in Problems)
            {
                if (problem.Severity == Severity.Error)
                {
                    return true;
                }
            }

            return false;
        }
    }
}
