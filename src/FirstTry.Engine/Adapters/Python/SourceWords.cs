using System;
using System.Buffers;

namespace FirstTry.Engine.Adapters.Python;

/// <summary>Tells by its words whether a source can depend on files that no import names.</summary>
internal static class SourceWords
{
    // Code that is found at run time.
    private static readonly SearchValues<string> Dynamic = SearchValues.Create(
        [
            "importlib.util", "import_string", "import_object", "runpy", "pkgutil", "zipimport", "find_spec", "ModuleSpec", "PathFinder", "FileFinder", "FileLoader",
            "spec_from_file_location", "exec_module", "load_module", "find_module", "load_source", "iter_modules", "walk_packages", "entry_points",
            "LazyLoader", "lazy_loader", "lazy_import", "apipkg", "exec(", "execfile", "sys.meta_path", "pytester", "testdir", "runpytest", "script_runner", "sys.modules",
            "pytest.main", "pytest import main", ".discover(",
        ],
        StringComparison.Ordinal);

    // What loads the module that it is given the name of.
    private static readonly string[] Loaders = ["import_module", "__import__", "importorskip"];

    // Programs, which may be this project's own.
    private static readonly SearchValues<string> Starting = SearchValues.Create(
        ["subprocess", "Popen", "popen", "os.system", "os.exec", "os.spawn", "posix_spawn", "sys.executable", "pexpect"],
        StringComparison.Ordinal);

    // Programs that run others by names which are in none of the sources.
    private static readonly SearchValues<string> Shells = SearchValues.Create(
        ["shell=", ".sh", "bash", "\"sh\"", "'sh'", "make\"", "make'", "cmd.exe", "os.system", "popen(", "\"invoke", "'invoke", "\"tox", "\"nox", "'tox", "'nox", ".cfg"],
        StringComparison.Ordinal);

    // Those that may look at the files of the project themselves.
    private static readonly SearchValues<string> Looking = SearchValues.Create(
        [
            "__file__", "getcwd", "cwd()", "chdir", "curdir", "rootdir", "rootpath", "pytestconfig", "importlib.resources", "getsource", "getfile", "linecache", "datadir", "fspath", "request.path", "__path__", "\"./", "'./", "\"../", "'../", "\"src", "'src",
        ],
        StringComparison.Ordinal);

    // The folder in which tests run, or words of a text.
    private static readonly string[] Dots = ["\".\"", "'.'", "\"..\"", "'..'"];

    private static readonly string[] Cutting = ["split(", "partition(", "replace(", "strip(", "count(", "find(", "index(", "startswith(", "endswith("];

    // What can look at files.
    private static readonly SearchValues<string> Reading = SearchValues.Create(
        ["open(", "read(", "read_", ".load(", "Path", "pathlib", "import os", ", os", "from os", "subprocess", "Popen", "shutil", "tokenize", "fileinput", "codecs", "zipfile", "tarfile", "mmap", "inspect", "glob", "files("],
        StringComparison.Ordinal);

    // Those that take whatever they find in a folder.
    private static readonly SearchValues<string> Walking = SearchValues.Create(
        ["glob(", "glob.", "walk(", "iterdir", "listdir", "scandir", "ls-files", "copytree"],
        StringComparison.Ordinal);

    private static readonly SearchValues<string> Fixtures = SearchValues.Create(
        ["pytest.fixture", "@fixture", "fixture(", "fixtures", "import fixture", "doctest_namespace", "pytest_plugins", "import pytest", "import *", "pytest_configure", "parametrize", "pytest_generate"],
        StringComparison.Ordinal);

    // What makes pytest take tests from files of its own choice, or load modules by name.
    private static readonly SearchValues<string> Collecting = SearchValues.Create(
        ["doctest", "pytest_collect_", "pytest_pycollect", "collect_file", "sybil", "--markdown", "pytest11", "testmon", "nbval", "mypy_testing", "--pyargs"],
        StringComparison.Ordinal);

    /// <summary>True when anything may be loaded by it.</summary>
    internal static bool IsOpen(string text, bool isTest) =>
        text.AsSpan().IndexOfAny(Dynamic) >= 0
        || Array.Exists(Loaders, loader => LoadsUnknown(text, loader))
        || (StartsPrograms(text) && (isTest || text.AsSpan().IndexOfAny(Shells) >= 0))
        || (isTest && (LooksAround(text) || Walks(text)));

    /// <summary>True when a source may look at files of the project itself.</summary>
    internal static bool LooksAround(string text) => text.AsSpan().IndexOfAny(Looking) >= 0;

    /// <summary>True when a test may mean the folder in which it runs, should it or what it imports look at files.</summary>
    internal static bool NamesFolder(string text)
    {
        foreach (var dot in Dots)
        {
            for (var at = text.IndexOf(dot, StringComparison.Ordinal); at >= 0; at = text.IndexOf(dot, at + 1, StringComparison.Ordinal))
            {
                if (!text.AsSpan(at + dot.Length).StartsWith(".join") && !Array.Exists(Cutting, cut => text.AsSpan(0, at).EndsWith(cut)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>True when it says to Python that a module is meant, and not a file.</summary>
    internal static bool NamesModule(string text)
    {
        for (var at = text.IndexOf("-m", StringComparison.Ordinal); at >= 0; at = text.IndexOf("-m", at + 1, StringComparison.Ordinal))
        {
            if (at == 0 || !char.IsLetterOrDigit(text[at - 1]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when files may be looked at by it.</summary>
    internal static bool ReadsFiles(string text) => text.AsSpan().IndexOfAny(Reading) >= 0;

    /// <summary>True when a conftest.py gives tests something of its own.</summary>
    internal static bool HasFixtures(string text) => text.AsSpan().IndexOfAny(Fixtures) >= 0;

    /// <summary>True when modules are loaded by it whose names are written as text.</summary>
    internal static bool LoadsByName(string text) =>
        Array.Exists(Loaders, loader => text.Contains(loader, StringComparison.Ordinal)) || text.Contains("patch.multiple", StringComparison.Ordinal);

    /// <summary>True when other programs may be started by it.</summary>
    internal static bool StartsPrograms(string text) => text.AsSpan().IndexOfAny(Starting) >= 0;

    /// <summary>True when a test may take files that it does not name.</summary>
    internal static bool Walks(string text) => text.AsSpan().IndexOfAny(Walking) >= 0;

    /// <summary>True when tests are not only found in files that are called like tests.</summary>
    internal static bool ChangesCollection(string text) => text.AsSpan().IndexOfAny(Collecting) >= 0 || ReplacesCollection(text) || NamesPlugin(text);

    // A name that is written out is found like that of any import; a relative one hangs on another argument.
    private static bool LoadsUnknown(string text, string loader)
    {
        for (var at = text.IndexOf(loader, StringComparison.Ordinal); at >= 0; at = text.IndexOf(loader, at + 1, StringComparison.Ordinal))
        {
            var rest = text.AsSpan(at + loader.Length).TrimStart();
            if (rest.StartsWith("(") && !IsWrittenOut(rest[1..].TrimStart()))
            {
                return true;
            }

            // Handed on under its name or another one: an import of it alone is no call.
            if (!rest.StartsWith("(") && !IsImported(text.AsSpan(0, at)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsImported(ReadOnlySpan<char> before)
    {
        var line = before[(before.LastIndexOf('\n') + 1)..].TrimStart();
        return line.StartsWith("from importlib import ") || line.StartsWith("from pytest import ");
    }

    // Quoted from end to end: "shop.prices", and then the end of the argument.
    private static bool IsWrittenOut(ReadOnlySpan<char> argument)
    {
        if (argument.Length == 0 || argument[0] is not ('"' or '\''))
        {
            return false;
        }

        var quote = argument[0];
        var end = argument[1..].IndexOf(quote) + 1;
        return end > 1 && argument[1] != '.' && !argument[1..end].ContainsAny("{%\n\\") && argument[(end + 1)..].TrimStart() is { Length: > 0 } rest && rest[0] is ')' or ',';
    }

    // One that takes nothing can only look on.
    private static bool ReplacesCollection(string text)
    {
        const string Hook = "pytest_collection(";
        for (var at = text.IndexOf(Hook, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Hook, at + 1, StringComparison.Ordinal))
        {
            if (!text.AsSpan(at + Hook.Length).TrimStart().StartsWith(")"))
            {
                return true;
            }
        }

        return false;
    }

    // A plugin that is named may be one of the project; one that is switched off adds nothing.
    private static bool NamesPlugin(string text)
    {
        for (var at = text.IndexOf("-p", StringComparison.Ordinal); at >= 0; at = text.IndexOf("-p", at + 2, StringComparison.Ordinal))
        {
            var isOption = at == 0 || text[at - 1] is ' ' or '\t' or '\n' or '"' or '\'' or '=';
            var value = text.AsSpan(at + 2).TrimStart(" \t\r\n\"',");
            if (isOption && value.Length > 0 && !value.StartsWith("no:") && (value.Length < text.Length - at - 2 || char.IsLetter(value[0])))
            {
                return true;
            }
        }

        return false;
    }
}
