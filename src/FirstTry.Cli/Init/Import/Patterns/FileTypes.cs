using System;
using System.Collections.Generic;

namespace FirstTry.Cli.Init.Import.Patterns;

/// <summary>The tags by which pre-commit names kinds of files, as globs.</summary>
internal static class FileTypes
{
    private static readonly Dictionary<string, string[]> Globs = new(StringComparer.Ordinal)
    {
        ["python"] = ["*.py", "*.pyi"],
        ["pyi"] = ["*.pyi"],
        ["cython"] = ["*.pyx", "*.pxd", "*.pxi"],
        ["jupyter"] = ["*.ipynb"],
        ["javascript"] = ["*.js", "*.mjs", "*.cjs"],
        ["jsx"] = ["*.jsx"],
        ["ts"] = ["*.ts", "*.mts", "*.cts"],
        ["tsx"] = ["*.tsx"],
        ["vue"] = ["*.vue"],
        ["svelte"] = ["*.svelte"],
        ["css"] = ["*.css"],
        ["scss"] = ["*.scss"],
        ["sass"] = ["*.sass"],
        ["less"] = ["*.less"],
        ["html"] = ["*.htm", "*.html"],
        ["json"] = ["*.json", "*.jsonld", "*.geojson", "*.topojson", "*.webmanifest", "*.avsc", "*.ipynb"],
        ["json5"] = ["*.json5"],
        ["yaml"] = ["*.yaml", "*.yml", "*.eyaml"],
        ["toml"] = ["*.toml", "poetry.lock", "uv.lock", "Cargo.lock", "Pipfile"],
        ["ini"] = ["*.ini", "*.cfg", ".gitconfig"],
        ["xml"] = ["*.xml", "*.svg", "*.xsd", "*.xhtml", "*.csproj", "*.plist"],
        ["svg"] = ["*.svg"],
        ["markdown"] = ["*.md", "*.markdown", "*.mdown"],
        ["mdx"] = ["*.mdx"],
        ["rst"] = ["*.rst"],
        ["asciidoc"] = ["*.adoc", "*.asciidoc"],
        ["plain-text"] = ["*.txt", "LICENSE", "NOTICE", "AUTHORS"],
        ["shell"] = ["*.sh", "*.bash", "*.zsh", "*.ksh", "*.bats", ".envrc"],
        ["sh"] = ["*.sh"],
        ["bash"] = ["*.bash", "*.bats", ".bashrc", ".bash_profile"],
        ["zsh"] = ["*.zsh", ".zshrc"],
        ["powershell"] = ["*.ps1"],
        ["batch"] = ["*.bat", "*.cmd"],
        ["go"] = ["*.go"],
        ["go-mod"] = ["go.mod"],
        ["go-sum"] = ["go.sum"],
        ["rust"] = ["*.rs"],
        ["c"] = ["*.c", "*.h"],
        ["c++"] = ["*.cc", "*.cpp", "*.cxx", "*.c++", "*.hh", "*.hpp", "*.hxx", "*.h"],
        ["cuda"] = ["*.cu", "*.cuh"],
        ["objective-c"] = ["*.m"],
        ["objective-c++"] = ["*.mm"],
        ["metal"] = ["*.metal"],
        ["proto"] = ["*.proto"],
        ["java"] = ["*.java"],
        ["kotlin"] = ["*.kt", "*.kts"],
        ["scala"] = ["*.scala", "*.sc"],
        ["groovy"] = ["*.groovy", "Jenkinsfile"],
        ["c#"] = ["*.cs", "*.csx"],
        ["f#"] = ["*.fs", "*.fsx"],
        ["vb"] = ["*.vb"],
        ["ruby"] = ["*.rb", "*.gemspec", "*.rake", "Gemfile", "Rakefile"],
        ["php"] = ["*.php", "*.phtml"],
        ["perl"] = ["*.pl", "*.pm"],
        ["lua"] = ["*.lua"],
        ["r"] = ["*.r", "*.R"],
        ["julia"] = ["*.jl"],
        ["swift"] = ["*.swift"],
        ["dart"] = ["*.dart"],
        ["haskell"] = ["*.hs", "*.lhs"],
        ["elixir"] = ["*.ex", "*.exs"],
        ["nix"] = ["*.nix"],
        ["sql"] = ["*.sql"],
        ["terraform"] = ["*.tf", "*.tfvars"],
        ["hcl"] = ["*.hcl"],
        ["dockerfile"] = ["Dockerfile", "Dockerfile.*", "*.dockerfile", "Containerfile"],
        ["makefile"] = ["Makefile", "makefile", "GNUmakefile", "*.mk", "*.mak"],
        ["cmake"] = ["CMakeLists.txt", "*.cmake"],
        ["meson"] = ["meson.build"],
        ["bazel"] = ["*.bzl", "BUILD", "BUILD.bazel", "WORKSPACE"],
        ["tex"] = ["*.tex"],
        ["bib"] = ["*.bib"],
        ["jinja"] = ["*.jinja", "*.jinja2", "*.j2"],
        ["gherkin"] = ["*.feature"],
        ["graphql"] = ["*.graphql"],
        ["csv"] = ["*.csv"],
        ["pyproject"] = ["pyproject.toml"],
        ["requirements-txt"] = ["requirements*.txt"],
        ["gitignore"] = [".gitignore"],
        ["gitattributes"] = [".gitattributes"],
        ["editorconfig"] = [".editorconfig"],
        ["png"] = ["*.png"],
        ["image"] = ["*.png", "*.jpg", "*.jpeg", "*.gif", "*.svg", "*.webp", "*.bmp", "*.ico"],
    };

    /// <summary>True for a tag that says what no name tells: whether a file is text, executable or a link.</summary>
    public static bool IsGeneral(string tag) => tag is "file" or "text" or "binary" or "executable" or "non-executable" or "symlink" or "directory";

    /// <summary>The globs of a tag; null when it is not known.</summary>
    public static IReadOnlyList<string>? Find(string tag) => Globs.GetValueOrDefault(tag);

    /// <summary>The paths that both lists match: one of pattern globs and one of extensions and names without folders.</summary>
    public static PathPatternResult Narrow(IReadOnlyList<string> globs, IReadOnlyList<string> names)
    {
        if (globs.Count == 0)
        {
            return new PathPatternResult(names, IsExact: true);
        }

        var both = new List<string>();
        var isExact = true;
        foreach (var glob in globs)
        {
            foreach (var single in Expand(glob))
            {
                var slash = single.LastIndexOf('/');
                var last = single[(slash + 1)..];
                foreach (var name in names)
                {
                    var narrowed = NarrowName(last, name, ref isExact);
                    var path = narrowed is null ? null : slash < 0 && narrowed == name && last == "**" ? name : single[..(slash + 1)] + narrowed;
                    if (path is not null && !both.Contains(path))
                    {
                        both.Add(path);
                    }
                }
            }
        }

        return new PathPatternResult(both, isExact);
    }

    private static string[] Expand(string glob)
    {
        var open = glob.LastIndexOf(".{", StringComparison.Ordinal);
        if (open < 0 || !glob.EndsWith('}'))
        {
            return [glob];
        }

        return Array.ConvertAll(glob[(open + 2)..^1].Split(','), extension => glob[..(open + 1)] + extension);
    }

    private static string? NarrowName(string last, string name, ref bool isExact)
    {
        if (last == "**")
        {
            return "**/" + name;
        }

        if (last is "*")
        {
            return name;
        }

        var suffix = name.StartsWith('*') ? name[1..] : null;
        if (suffix is not null && last.EndsWith(suffix, StringComparison.Ordinal))
        {
            return last;
        }

        var star = last.LastIndexOfAny(['*', '?', ']']);
        if (star < 0 || last.AsSpan(star + 1).Contains('.'))
        {
            return last == name ? last : null;
        }

        if (suffix is not null && last.EndsWith('*') && !last.Contains('.', StringComparison.Ordinal))
        {
            return last + suffix;
        }

        isExact = false;
        return last;
    }
}
