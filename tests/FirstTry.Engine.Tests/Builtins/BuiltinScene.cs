using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Text;
using System.Threading;
using FirstTry.Engine.Builtins;
using FirstTry.Graph;
using FirstTry.Processes;
using FirstTry.Testing;

namespace FirstTry.Engine.Tests.Builtins;

/// <summary>A folder with files, and built-in checks run on them.</summary>
internal sealed class BuiltinScene : IDisposable
{
    private readonly TemporaryDirectory _directory;
    private readonly List<RepoPath> _files = [];

    private BuiltinScene(TemporaryDirectory directory) => _directory = directory;

    public string Root => _directory.FullPath;

    public static BuiltinScene Create([CallerMemberName] string test = "") => new(TemporaryDirectory.Create(test));

    /// <summary>Writes Latin-1 text, so that any byte can be written, and counts the file as changed.</summary>
    public BuiltinScene With(string path, string content)
    {
        var full = _directory.PathOf(path);
        System.IO.Directory.CreateDirectory(System.IO.Path.GetDirectoryName(full)!);
        System.IO.File.WriteAllBytes(full, Encoding.Latin1.GetBytes(content));
        return Changed(path);
    }

    public BuiltinScene Changed(string path)
    {
        _files.Add(RepoPath.FromText(path));
        return this;
    }

    public string Read(string path) => Encoding.Latin1.GetString(System.IO.File.ReadAllBytes(_directory.PathOf(path)));

    public BuiltinOutcome Run(string check, params (string Name, string Value)[] options) => Run(check, context => context, options);

    public BuiltinOutcome Run(string check, Func<BuiltinContext, BuiltinContext> change, params (string Name, string Value)[] options)
    {
        var given = options.GroupBy(option => option.Name)
            .Select(option => new AdapterOption(option.Key, [.. option.Select(one => one.Value)]));
        var context = new BuiltinContext(Root, _files, [.. given], null, null, CancellationToken.None);
        return BuiltinCatalog.Find(check)!.Run(change(context));
    }

    public static EnvironmentBlock EnvironmentOf(TemporaryRepository repository)
    {
        var environment = EnvironmentBlock.FromCurrentProcess();
        foreach (var (name, value) in repository.Environment)
        {
            environment = environment.With(name, value);
        }

        return environment;
    }

    public void Dispose() => _directory.Dispose();
}
