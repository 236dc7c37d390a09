using System;

namespace FirstTry.Processes;

/// <summary>What a process is asked on its standard input, where a question depends on earlier answers. Called on the thread that starts the process and the one that waits for it.</summary>
public interface IDialogue
{
    /// <summary>What to write next: nothing where more of the answer must be heard first, null where nothing is left to ask and the input ends.</summary>
    /// <param name="output">What the process has written and this has not heard yet; empty when it is about to start.</param>
    /// <param name="heard">How many bytes of it are not needed again.</param>
    byte[]? Ask(ReadOnlySpan<byte> output, out int heard);
}
