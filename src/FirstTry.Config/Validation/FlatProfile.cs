using System.Collections.Generic;
using FirstTry.Config.Binding;
using FirstTry.Graph;

namespace FirstTry.Config.Validation;

/// <summary>A profile while what it extends is put into it.</summary>
internal sealed class FlatProfile
{
    private readonly List<int> _checks = [];
    private readonly HashSet<int> _seen = [];
    private readonly List<EnvironmentVariable> _env = [];
    private FailFast? _failFast;
    private FileSelection? _files;
    private Isolation? _isolate;
    private int? _workers;

    public void Inherit(FlatProfile extended)
    {
        AddChecks(extended._checks);
        SetVariables(extended._env);
        _failFast = extended._failFast ?? _failFast;
        _files = extended._files ?? _files;
        _isolate = extended._isolate ?? _isolate;
        _workers = extended._workers ?? _workers;
    }

    public void Override(ProfileDraft draft)
    {
        SetVariables(draft.Env);
        _failFast = draft.FailFast ?? _failFast;
        _files = draft.Files ?? _files;
        _isolate = draft.Isolate ?? _isolate;
        _workers = draft.Workers ?? _workers;
    }

    public void AddChecks(List<int> checks)
    {
        foreach (var check in checks)
        {
            if (_seen.Add(check))
            {
                _checks.Add(check);
            }
        }
    }

    public Profile ToProfile(string? name, Check[] checks)
    {
        var own = new Check[_checks.Count];
        for (var i = 0; i < own.Length; i++)
        {
            own[i] = checks[_checks[i]];
        }

        return new Profile(name)
        {
            Checks = CheckReferences.Create(own),
            FailFast = _failFast ?? FailFast.Bucket,
            Files = _files,
            Isolate = _isolate ?? Isolation.Tracked,
            Workers = _workers is > 0 ? _workers : null,
            Env = EquatableArray.Create(_env.ToArray()),
        };
    }

    private void SetVariables(IReadOnlyList<EnvironmentVariable> variables)
    {
        foreach (var variable in variables)
        {
            var index = _env.FindIndex(known => known.Name == variable.Name);
            if (index < 0)
            {
                _env.Add(variable);
            }
            else
            {
                _env[index] = variable;
            }
        }
    }
}
