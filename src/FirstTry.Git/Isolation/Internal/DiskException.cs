using System.IO;
using System.Runtime.InteropServices;

namespace FirstTry.Git.Isolation.Internal;

/// <summary>The file system refused a step.</summary>
/// <param name="error">The number of the error, as in errno(3).</param>
/// <param name="subject">What was to be written, for the message.</param>
internal sealed class DiskException(int error, string subject) : IOException($"{subject}: {Marshal.GetPInvokeErrorMessage(error)}")
{
    /// <summary>The number of the error.</summary>
    public int Error { get; } = error;
}
