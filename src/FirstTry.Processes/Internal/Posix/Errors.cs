using System;
using System.Runtime.InteropServices;

namespace FirstTry.Processes.Internal.Posix;

/// <summary>Error numbers that are told apart.</summary>
internal static class Errors
{
    public const int NoEntry = 2;
    public const int Interrupted = 4;
    public const int TooBig = 7;
    public const int NotExecutableFormat = 8;
    public const int AccessDenied = 13;

    public static int TryAgain => OperatingSystem.IsLinux() ? 11 : 35;

    public static string Describe(int error) => Marshal.GetPInvokeErrorMessage(error);
}
