using System.Collections.Generic;
using FirstTry.Config.Problems;
using FirstTry.Config.Reading;
using FirstTry.Graph;

namespace FirstTry.Config.Binding;

/// <summary>A profile as its section says it: what is null comes from the profiles that it extends.</summary>
internal sealed class ProfileDraft(string? name, Subject subject, Node at)
{
    /// <summary>Null for the inline profile of a hook.</summary>
    public string? Name { get; } = name;

    public Subject Subject { get; } = subject;

    public Node At { get; } = at;

    public List<NameReference> Checks { get; set; } = [];

    public List<NameReference> Extends { get; set; } = [];

    public FailFast? FailFast { get; set; }

    public FileSelection? Files { get; set; }

    public Isolation? Isolate { get; set; }

    /// <summary>0 for <c>auto</c>, which undoes the number of an extended profile.</summary>
    public int? Workers { get; set; }

    public EquatableArray<EnvironmentVariable> Env { get; set; }
}
