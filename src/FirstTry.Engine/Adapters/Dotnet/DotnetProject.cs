using System.Collections.Generic;
using FirstTry.Engine.Adapters.Reaching;

namespace FirstTry.Engine.Adapters.Dotnet;

/// <summary>A project with all that its build files say.</summary>
/// <param name="Place">The absolute path of the project file.</param>
/// <param name="Part">The folder and what it reaches beyond.</param>
/// <param name="BuildFiles">The absolute paths of the files that are evaluated for it and lie in the repository.</param>
/// <param name="References">The absolute paths of the projects that it references, those that are not there included.</param>
/// <param name="MayBeTest">False when it is certain that it has no tests.</param>
internal sealed record DotnetProject(string Place, Part Part, IReadOnlyList<string> BuildFiles, IReadOnlyList<string> References, bool MayBeTest);
