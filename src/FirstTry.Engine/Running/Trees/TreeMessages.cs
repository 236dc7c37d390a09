using System;
using System.Collections.Generic;
using FirstTry.Git.Isolation;
using FirstTry.Graph;

namespace FirstTry.Engine.Running.Trees;

/// <summary>Says what became of hidden files, where it is not simply that they are back.</summary>
public static class TreeMessages
{
    /// <summary>Says what a recovery did: in one line, and one more for each file that is not simply back.</summary>
    public static void Tell(Action<string> say, RecoveryReport report)
    {
        if (report.BackupRef is null)
        {
            return;
        }

        var paths = new List<RepoPath>();
        foreach (var file in report.Files)
        {
            paths.Add(file.Path);
        }

        say($"a run was killed while it hid unstaged changes: {FileNames.Of(paths)} put back; all of it is kept in {report.BackupRef}");
        Tell(say, report.Files);
    }

    /// <summary>Says a line for each file that is not as its owner left it.</summary>
    public static void Tell(Action<string> say, IReadOnlyList<HiddenFileResult> files)
    {
        foreach (var file in files)
        {
            var line = file.End switch
            {
                HiddenFileEnd.KeptForeign =>
                    $"{file.Path} was changed during the run and stays so; its unstaged changes from before are kept: git cat-file blob '{file.Where}'",
                HiddenFileEnd.FixDropped when file.Where is not null =>
                    $"{file.Path} has its unstaged changes back; what a check made of it is kept: git cat-file blob '{file.Where}'",
                HiddenFileEnd.MovedAside => $"{file.Path} has its unstaged changes back; what had taken its place lies in {file.Where}",
                _ => null,
            };
            if (line is not null)
            {
                say(line);
            }
        }
    }
}
