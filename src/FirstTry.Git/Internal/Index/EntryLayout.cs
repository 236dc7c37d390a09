namespace FirstTry.Git.Internal.Index;

/// <summary>Where things stand in an entry of an index file, versions 2 to 4. Source: gitformat-index(5).</summary>
internal static class EntryLayout
{
    public const int HeaderLength = 12;
    public const int ChangeSeconds = 0;
    public const int ChangeNanoseconds = 4;
    public const int ModifySeconds = 8;
    public const int ModifyNanoseconds = 12;
    public const int Inode = 20;
    public const int Mode = 24;
    public const int Size = 36;

    /// <summary>The object id follows, then two bytes of flags, or four when they say so, then the path.</summary>
    public const int Id = 40;

    public const int ExtendedFlag = 0x4000;
    public const int AssumeUnchangedFlag = 0x8000;
    public const int SkipWorktreeFlag = 0x4000;
    public const int IntentToAddFlag = 0x2000;
    public const int NameLengthMask = 0xFFF;
    public const int StageShift = 12;
}
