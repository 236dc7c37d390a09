using System;
using System.Buffers;

namespace FirstTry.Engine.Adapters.Python;

/// <summary>Tells by its words whether a source can depend on files that no import names.</summary>
internal static class SourceWords
{
    // Code that is found at run time, and programs, which may be this project's own.
    private static readonly SearchValues<string> Dynamic = SearchValues.Create(
        [
            "import_module", "__import__", "importlib.util", "importlib.machinery", "import_string", "import_object", "importorskip", "runpy", "pkgutil", "zipimport",
            "spec_from_file_location", "SourceFileLoader", "exec_module", "load_module", "find_module", "load_source", "iter_modules", "walk_packages", "entry_points",
            "LazyLoader", "lazy_loader", "lazy_import", "apipkg", "exec(", "execfile", "sys.meta_path", "subprocess", "Popen", "popen", "os.system", "os.exec", "os.spawn",
            "posix_spawn", "sys.executable", "pexpect", "pytester", "testdir", "runpytest", "script_runner", "sys.modules",
        ],
        StringComparison.Ordinal);

    // Tests that may look at the files of the project themselves.
    private static readonly SearchValues<string> Looking = SearchValues.Create(
        [
            "__file__", "getcwd", "cwd()", "chdir", "curdir", "rootdir", "rootpath", "pytestconfig", "importlib.resources", "getsource", "getfile", "linecache", "datadir", "fspath", "request.path", "__path__", "\".\"", "'.'", "\"./", "'./", "\"..", "'..", "\"src", "'src",
        ],
        StringComparison.Ordinal);

    // Those that take whatever they find in a folder.
    private static readonly SearchValues<string> Walking = SearchValues.Create(
        ["glob(", "glob.", "walk(", "iterdir", "listdir", "scandir", "ls-files", "copytree"],
        StringComparison.Ordinal);

    // What makes pytest take tests from files of its own choice, or load modules by name.
    private static readonly SearchValues<string> Collecting = SearchValues.Create(
        ["doctest", "pytest_collect_", "pytest_collection(", "pytest_pycollect", "collect_file", "sybil", "--markdown", "pytest11", "testmon", "nbval", "mypy_testing", "--pyargs"],
        StringComparison.Ordinal);

    /// <summary>True when anything may be loaded by it.</summary>
    internal static bool IsOpen(string text, bool isTest) => text.AsSpan().IndexOfAny(Dynamic) >= 0 || (isTest && (text.AsSpan().IndexOfAny(Looking) >= 0 || Walks(text)));

    /// <summary>True when a test may take files that it does not name.</summary>
    internal static bool Walks(string text) => text.AsSpan().IndexOfAny(Walking) >= 0;

    /// <summary>True when tests are not only found in files that are called like tests.</summary>
    internal static bool ChangesCollection(string text) => text.AsSpan().IndexOfAny(Collecting) >= 0 || NamesPlugin(text);

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
