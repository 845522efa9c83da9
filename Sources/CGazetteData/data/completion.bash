# Completion of gazette in bash. The words come from the command itself; see "gazette completion".

_gazette() {
  local reply=() line kind
  while IFS= read -r line; do
    reply+=("$line")
  done < <("${1/#\~/$HOME}" complete bash "$COMP_WORDBREAKS" "${COMP_LINE:0:COMP_POINT}" 2>/dev/null)
  COMPREPLY=("${reply[@]:1}")
  kind=${reply[0]-}
  case $kind in
    files) compopt -o default 2>/dev/null ;;
    open) compopt -o nospace 2>/dev/null ;;
  esac
  return 0
}

complete -o nosort -F _gazette gazette 2>/dev/null || complete -F _gazette gazette
