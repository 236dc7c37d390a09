# PowerShell completion for firsttry: add it to $PROFILE.
Register-ArgumentCompleter -Native -CommandName firsttry -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    firsttry "[suggest:$cursorPosition]" "$commandAst" 2>$null | Where-Object { $_ -like "$wordToComplete*" } | ForEach-Object {
        [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
    }
}
