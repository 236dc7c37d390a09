namespace FirstTry.Processes.Internal.Posix;

/// <summary>One line of the system's process table. Id and start time together name a process for ever.</summary>
internal readonly record struct ProcessEntry(int Id, int Parent, int Group, int Session, ulong StartTime, bool IsZombie);
