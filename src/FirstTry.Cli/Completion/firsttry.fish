# fish completion for firsttry: save it as ~/.config/fish/completions/firsttry.fish
function __firsttry_complete
    set -l line (commandline -cp)
    firsttry "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null
end
complete -c firsttry -a '(__firsttry_complete)'
