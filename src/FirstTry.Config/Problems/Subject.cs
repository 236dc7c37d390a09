namespace FirstTry.Config.Problems;

/// <summary>Whom a message is about: a check, a profile, a hook, a part of one, or the file as a whole.</summary>
internal readonly struct Subject
{
    private readonly string _kind;
    private readonly string? _name;

    private Subject(string kind, string? name)
    {
        _kind = kind;
        _name = name;
    }

    public static Subject File => new("The file", null);

    /// <summary>The start of a message whose subject is a key: empty for the keys of the file itself.</summary>
    public string Prefix => _name is null && _kind == "The file" ? "" : ToString() + ": ";

    public static Subject Check(string name) => new("Check", name);

    public static Subject Profile(string name) => new("Profile", name);

    public static Subject Hook(string name) => new("Hook", name);

    public static Subject Section(string path) => new("'" + path + "'", null);

    /// <summary>The map below a key of this one.</summary>
    public Subject Part(string key) => Prefix.Length == 0 ? Section(key) : new(ToString() + ", '" + key + "'", null);

    public override string ToString() => _name is null ? _kind : _kind + " " + Wording.Quote(_name);
}
