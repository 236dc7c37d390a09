using System;
using System.Collections.Generic;

namespace FirstTry.Cli.Init.Import.Patterns;

/// <summary>Names and extensions that few repositories have and that belong to a kind of pre-commit all the same: they are named where there is such a file.</summary>
internal static class RareKinds
{
    private static readonly Dictionary<string, string[]> Extensions = new(StringComparer.OrdinalIgnoreCase)
    {
        [".gyp"] = ["python"],
        [".gypi"] = ["python"],
        [".tac"] = ["python"],
        [".wsgi"] = ["python"],
        [".xhtml"] = ["html"],
        [".yamlld"] = ["yaml"],
        [".lektorproject"] = ["ini"],
        [".txsprofile"] = ["ini"],
        [".gpx"] = ["xml"],
        [".inx"] = ["xml"],
        [".kml"] = ["xml"],
        [".lpi"] = ["xml"],
        [".mscx"] = ["xml"],
        [".pyproj"] = ["xml"],
        [".resx"] = ["xml"],
        [".rng"] = ["xml"],
        [".urdf"] = ["xml"],
        [".vbproj"] = ["xml"],
        [".vcxproj"] = ["xml"],
        [".xsl"] = ["xml"],
        [".yin"] = ["xml"],
        [".zcml"] = ["xml"],
        [".csh"] = ["shell"],
        [".inl"] = ["c++"],
        [".ino"] = ["c++"],
        [".mm"] = ["c++"],
        [".sbt"] = ["scala"],
        [".gradle"] = ["groovy"],
        [".jenkins"] = ["groovy"],
        [".jenkinsfile"] = ["groovy"],
        [".php4"] = ["php"],
        [".php5"] = ["php"],
        [".make"] = ["makefile"],
        [".meson"] = ["meson"],
        [".sty"] = ["tex"],
        [".avif"] = ["image"],
        [".tiff"] = ["image"],
        [".ppm"] = ["image"],
    };

    private static readonly Dictionary<string, string[]> Names = new(StringComparer.Ordinal)
    {
        [".pdbrc"] = ["python"],
        ["wscript"] = ["python"],
        [".babelrc"] = ["json"],
        [".bowerrc"] = ["json"],
        [".csslintrc"] = ["json"],
        [".jshintrc"] = ["json"],
        [".mention-bot"] = ["json"],
        ["Pipfile.lock"] = ["json"],
        [".clang-format"] = ["yaml"],
        [".clang-tidy"] = ["yaml"],
        [".yamllint"] = ["yaml"],
        [".codespellrc"] = ["ini"],
        [".coveragerc"] = ["ini"],
        [".flake8"] = ["ini"],
        [".gitlint"] = ["ini"],
        [".hgrc"] = ["ini"],
        [".pypirc"] = ["ini"],
        ["pylintrc"] = ["ini"],
        [".bash_aliases"] = ["shell", "bash"],
        [".bash_profile"] = ["shell"],
        [".bashrc"] = ["shell"],
        [".cshrc"] = ["shell"],
        [".zlogin"] = ["shell", "zsh"],
        [".zlogout"] = ["shell", "zsh"],
        [".zprofile"] = ["shell", "zsh"],
        [".zshenv"] = ["shell", "zsh"],
        [".zshrc"] = ["shell"],
        ["PKGBUILD"] = ["shell", "bash"],
        ["CHANGELOG"] = ["plain-text"],
        ["CONTRIBUTING"] = ["plain-text"],
        ["COPYING"] = ["plain-text"],
        ["MAINTAINERS"] = ["plain-text"],
        ["NEWS"] = ["plain-text"],
        ["PATENTS"] = ["plain-text"],
        ["README"] = ["plain-text"],
        ["meson_options.txt"] = ["meson"],
        [".prettierignore"] = ["gitignore"],
    };

    /// <summary>The kinds of a file with this name, and a glob for all that are called so; null when it has none of these.</summary>
    public static (string Glob, IReadOnlyList<string> Tags)? Of(string name) =>
        Names.TryGetValue(name, out var kinds) ? (name, kinds)
        : name.LastIndexOf('.') is var dot and >= 0 && Extensions.TryGetValue(name[dot..], out kinds) ? ("*" + name[dot..], kinds)
        : null;
}
