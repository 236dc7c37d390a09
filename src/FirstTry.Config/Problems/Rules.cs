using FirstTry.Graph;

namespace FirstTry.Config.Problems;

/// <summary>The rules by name. An id is given once and never again, also when its rule is gone.</summary>
internal static class Rules
{
    public static readonly ProblemDescriptor NotYaml = new("FT0001", "The file is not valid YAML");
    public static readonly ProblemDescriptor NoCommand = new("FT0002", "A check has neither 'run' nor 'uses'");
    public static readonly ProblemDescriptor TwoCommands = new("FT0003", "A check has both 'run' and 'uses'");
    public static readonly ProblemDescriptor UnknownKey = new("FT0004", "Unknown key");
    public static readonly ProblemDescriptor WrongShape = new("FT0005", "A value has the wrong shape");
    public static readonly ProblemDescriptor NotText = new("FT0006", "Text that YAML reads as something else needs quotes");
    public static readonly ProblemDescriptor UnknownValue = new("FT0007", "A value is not one of those allowed");
    public static readonly ProblemDescriptor UnknownAdapter = new("FT0008", "Unknown adapter or built-in check");
    public static readonly ProblemDescriptor UnknownOption = new("FT0009", "Unknown option of an adapter");
    public static readonly ProblemDescriptor UnknownCheck = new("FT0010", "Unknown check");
    public static readonly ProblemDescriptor UnknownProfile = new("FT0011", "Unknown profile");
    public static readonly ProblemDescriptor QuotedFiles = new("FT0012", "'{files}' stands in quotes");
    public static readonly ProblemDescriptor FilesWithoutPattern = new("FT0013", "'{files}' is used without 'files'");
    public static readonly ProblemDescriptor UnknownTag = new("FT0014", "No check has this tag");
    public static readonly ProblemDescriptor UnknownHook = new("FT0015", "Unknown hook");
    public static readonly ProblemDescriptor NeedsLaterBucket = new("FT0016", "A check needs one of a later bucket");
    public static readonly ProblemDescriptor NeedsCycle = new("FT0017", "Checks need each other in a circle");
    public static readonly ProblemDescriptor ExtendsCycle = new("FT0018", "Profiles extend each other in a circle");
    public static readonly ProblemDescriptor DuplicateKey = new("FT0019", "A key is given twice");
    public static readonly ProblemDescriptor YamlTag = new("FT0020", "YAML tags are not part of the language");
    public static readonly ProblemDescriptor SecondDocument = new("FT0021", "The file holds a second document");
    public static readonly ProblemDescriptor TooDeep = new("FT0022", "Nested deeper than 64 levels");
    public static readonly ProblemDescriptor BadAlias = new("FT0023", "An alias without its anchor");
    public static readonly ProblemDescriptor TooManyAliases = new("FT0024", "Aliases stand for too much");
    public static readonly ProblemDescriptor BadMerge = new("FT0025", "A merge key without a map");
    public static readonly ProblemDescriptor PathOutside = new("FT0026", "A path leaves the repository");
    public static readonly ProblemDescriptor BadGlob = new("FT0027", "A pattern cannot be read");
    public static readonly ProblemDescriptor BadDuration = new("FT0028", "A duration cannot be read");
    public static readonly ProblemDescriptor BadNumber = new("FT0029", "A number is out of range");
    public static readonly ProblemDescriptor BadName = new("FT0030", "A name has characters that names cannot have");
    public static readonly ProblemDescriptor NoValue = new("FT0031", "A value is missing or empty");
    public static readonly ProblemDescriptor EmptyFile = new("FT0032", "The file is empty");
    public static readonly ProblemDescriptor UnknownVersion = new("FT0033", "Unknown version of the language");
    public static readonly ProblemDescriptor OptionsWithoutAdapter = new("FT0034", "'with' without 'uses'");

    // FT0035 was "'isolate: all' is not supported yet". An id is never given twice.
    public static readonly ProblemDescriptor SelectNotSupported = new("FT0036", "An adapter has no 'select'");
    public static readonly ProblemDescriptor RemoteNotSupported = new("FT0037", "'cache.remote' is not supported yet", Severity.Warning);
    public static readonly ProblemDescriptor BadUrl = new("FT0038", "Not an http or https address");
    public static readonly ProblemDescriptor NulCharacter = new("FT0039", "A text holds a NUL character");
    public static readonly ProblemDescriptor TwoConfigs = new("FT0040", "Both spellings of the config file are present");
    public static readonly ProblemDescriptor FilesInsideArgument = new("FT0041", "'{files}' is only a part of an argument");
    public static readonly ProblemDescriptor NotForLocal = new("FT0042", "A key that the local file cannot have");
    public static readonly ProblemDescriptor MissingOption = new("FT0043", "An adapter lacks an option that it needs");
    public static readonly ProblemDescriptor NotUtf8 = new("FT0044", "The file is not UTF-8");
    public static readonly ProblemDescriptor NothingChecked = new("FT0045", "Nothing would be checked", Severity.Warning);
    public static readonly ProblemDescriptor DuplicateCodeCheck = new("FT0046", "A check written in C# has a name that is taken");
    public static readonly ProblemDescriptor WrongCodeCheck = new("FT0047", "A check written in C# has another shape");
}
