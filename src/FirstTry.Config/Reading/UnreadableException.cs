using System;

namespace FirstTry.Config.Reading;

/// <summary>Ends the reading of a document whose problem is already in the list.</summary>
internal sealed class UnreadableException : Exception;
