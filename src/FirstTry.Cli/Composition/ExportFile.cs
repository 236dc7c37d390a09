using System;
using System.IO;
using FirstTry.Engine.Running;
using FirstTry.Graph;

namespace FirstTry.Cli.Composition;

/// <summary>A file that a finished run is written to. Whether that is possible is found out before anything runs.</summary>
internal sealed class ExportFile
{
    private readonly string _option;
    private readonly string _name;
    private readonly string _path;
    private readonly Action<Stream, RunResult> _write;

    private ExportFile(string option, string name, string path, Action<Stream, RunResult> write) =>
        (_option, _name, _path, _write) = (option, name, path, write);

    /// <summary>Makes sure that the file can be written, and the folders above it are there; the file itself stays as it is until the end.</summary>
    /// <param name="option">The option that asks for it, for messages.</param>
    /// <exception cref="UsageException">It cannot be written.</exception>
    public static ExportFile Prepare(string option, string name, string directory, Action<Stream, RunResult> write)
    {
        if (name.Length == 0)
        {
            throw new UsageException($"{option} needs the name of a file.");
        }

        var path = Path.GetFullPath(Path.Combine(directory, name));
        var file = new ExportFile(option, name, path, write);
        try
        {
            file = new ExportFile(option, name, path.StartsWith("/dev/", StringComparison.Ordinal) ? path : Target(path), write);
            file.Probe();
            return file;
        }
        catch (Exception exception) when (IsFailureToWrite(exception))
        {
            throw new UsageException(file.Explain(exception));
        }
    }

    /// <summary>Writes the run; what kept it from that, or null.</summary>
    public string? Write(RunResult run)
    {
        try
        {
            if (IsDevice())
            {
                using var device = new FileStream(_path, FileMode.Open, FileAccess.Write);
                _write(device, run);
                return null;
            }

            // Somebody who reads it meanwhile sees the earlier one, never half of this one.
            var unfinished = Unfinished();
            try
            {
                using (var stream = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write))
                {
                    _write(stream, run);
                }

                File.Move(unfinished, _path, overwrite: true);
            }
            finally
            {
                File.Delete(unfinished);
            }

            return null;
        }
        catch (Exception exception) when (IsFailureToWrite(exception))
        {
            return Explain(exception);
        }
    }

    private void Probe()
    {
        if (Directory.Exists(_path))
        {
            throw new IOException("it is a folder");
        }

        if (IsDevice())
        {
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        using var probe = new FileStream(Unfinished(), FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
    }

    // /dev/stdout and the /dev/fd/63 of a shell's >(command) are nothing that could be replaced.
    private bool IsDevice() => _path.StartsWith("/dev/", StringComparison.Ordinal);

    // A link stays one: what it leads to is written.
    private static string Target(string path) => new FileInfo(path).LinkTarget is null
        ? path
        : File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;

    private string Unfinished() => $"{_path}.{Guid.NewGuid():n}.tmp";

    private string Explain(Exception exception) => $"{_option}: '{_name}' cannot be written: {exception.Message.TrimEnd('.')}. Name a file in a folder that may be written to.";

    private static bool IsFailureToWrite(Exception exception) => exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException;
}
