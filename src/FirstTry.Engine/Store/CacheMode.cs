namespace FirstTry.Engine.Store;

/// <summary>How remembered results are used.</summary>
public enum CacheMode
{
    /// <summary><c>rw</c>: remembered passes stand in for runs, and new ones are remembered.</summary>
    ReadWrite,

    /// <summary><c>read</c>: remembered passes stand in for runs, nothing is written.</summary>
    Read,

    /// <summary><c>off</c>: everything runs, nothing is looked up or written.</summary>
    Off,

    /// <summary><c>refresh</c>: everything runs, and passes are remembered anew.</summary>
    Refresh,

    /// <summary><c>verify</c>: everything runs, and a verdict that is not the remembered one is an error.</summary>
    Verify,

    /// <summary><c>paranoid</c>: as <c>rw</c>, but every input is read again, whatever its times say.</summary>
    Paranoid,
}
