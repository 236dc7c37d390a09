#compdef firsttry
# zsh completion for firsttry: save it as _firsttry in a folder of $fpath, or source it after compinit.
_firsttry() {
  local -a candidates
  candidates=("${(@f)$(firsttry "[suggest:${CURSOR}]" "${BUFFER}" 2>/dev/null)}")
  candidates=(${candidates:#})
  (( ${#candidates} )) && compadd -- "${candidates[@]}"
  _files
}
if [[ "${funcstack[1]}" == _firsttry ]]; then _firsttry "$@"; else compdef _firsttry firsttry; fi
