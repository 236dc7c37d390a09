using FirstTry.Graph;

namespace FirstTry.Generators.Reading;

/// <summary>A problem and where in the text of its file it is, counted in characters.</summary>
internal sealed record PlacedProblem(Problem Problem, int Start, int Length);
