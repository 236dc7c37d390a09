using System;
using System.IO;
using FirstTry.Testing;

namespace FirstTry.EndToEnd.Tests.Runner;

/// <summary>A repository with checks written in C#, compiled once, with native code and all; every test works on a copy of it.</summary>
public sealed class CompiledCode : IDisposable
{
    internal const string Config = """
        version: 1
        checks:
          todo: { uses: no-todo, files: "*.txt" }
          loop: { uses: endless, files: "*.loop", timeout: 500ms }
          crash: { uses: crash, files: "*.crash" }
          leave: { uses: leave, files: "*.leave" }
          deep: { uses: deep, files: "*.deep" }
          who: { run: "readlink /proc/$PPID/exe >> ../who", cache: false }
        hooks:
          pre-commit: { checks: [todo, loop, crash, leave, deep, who] }
          pre-push: { checks: [todo] }

        """;

    internal const string Code = """
        using FirstTry.Graph.Authoring;

        internal static class TextChecks
        {
            [Check("no-todo")]
            public static IEnumerable<Finding> NoTodo(IReadOnlyList<CheckedFile> files)
            {
                foreach (var file in files)
                {
                    var lines = file.ReadLines();
                    for (var i = 0; i < lines.Count; i++)
                    {
                        if (lines[i].Contains("TODO"))
                        {
                            yield return file.At(i + 1, "do it, or file it");
                        }
                    }
                }
            }

            [Check("endless")]
            public static Finding[] Endless(IReadOnlyList<CheckedFile> files)
            {
                while (true)
                {
                }
            }

            [Check("crash")]
            public static List<Finding> Crash(IEnumerable<CheckedFile> files, CancellationToken cancellation) => throw new InvalidOperationException("no idea");

            [Check("leave")]
            public static List<Finding> Leave(IEnumerable<CheckedFile> files)
            {
                Environment.Exit(0);
                return [];
            }

            [Check("deep")]
            public static List<Finding> Deep(IReadOnlyList<CheckedFile> files)
            {
                var found = Deep(files);
                found.Add(files[0].At(1, "never found"));
                return found;
            }
        }

        """;

    private readonly TemporaryRepository _template = TemporaryRepository.Create(test: "compiled-code");

    /// <summary>Compiles.</summary>
    public CompiledCode()
    {
        _template.Write("firsttry.yml", Config);
        _template.Write("checks/Text.cs", Code);
        _template.Firsttry("install");
        _template.CommitAll("base");
        CompiledRepository.LetCompile(_template);

        // No compiler and no shell may misread where a repository lies.
        var place = Path.Combine(_template.Outside, "it's a \"place\" $(x) %41 ;[é]*?\n&");
        Directory.Move(_template.Root, place);
        var build = CommandLine.Run(place, PublishedBinary.Location, ["build"], _template.Environment);
        Directory.Move(place, _template.Root);
        Assert.True(build.ExitCode == 0, build.ToString());
    }

    /// <summary>A copy at another place: the runner goes with it.</summary>
    internal TemporaryRepository Copy([System.Runtime.CompilerServices.CallerMemberName] string test = "")
    {
        var copy = TemporaryRepository.Create(test: test);
        Directory.Delete(copy.Root, recursive: true);
        var copied = CommandLine.Run(copy.Outside, "cp", ["--archive", _template.Root, copy.Root]);
        Assert.True(copied.ExitCode == 0, copied.ToString());
        copy.PutFirsttryOnPath();
        return copy;
    }

    /// <inheritdoc />
    public void Dispose() => _template.Dispose();
}
