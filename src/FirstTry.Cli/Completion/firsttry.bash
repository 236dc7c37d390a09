# bash completion for firsttry: source it, or put it into a folder that bash-completion reads.
_firsttry_complete() {
  local IFS=$'\n'
  local candidates
  candidates="$(firsttry "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)" || return 0
  # shellcheck disable=SC2207 # one candidate a line, and the lines are ours
  COMPREPLY=($(compgen -W "${candidates}" -- "${COMP_WORDS[COMP_CWORD]}"))
}
complete -o default -F _firsttry_complete firsttry
