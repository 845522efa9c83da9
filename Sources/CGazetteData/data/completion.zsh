#compdef gazette
# Completion of gazette in zsh. The words come from the command itself; see "gazette completion".

_gazette() {
  local -a reply values shown open openly
  local line value
  reply=("${(@f)$("${words[1]/#\~/$HOME}" complete zsh "${(@)words[2,CURRENT-1]}" "$PREFIX" 2>/dev/null)}")
  case ${reply[1]-} in
    files) _files; return ;;
    values | open) ;;
    *) return 1 ;;
  esac
  for line in "${(@)reply[2,-1]}"; do
    value=${line%%$'\t'*}
    if [[ ${line##*$'\t'} == open ]]; then
      open+=("$value")
      openly+=("${${line%$'\t'*}/$'\t'/  -- }")
    else
      values+=("$value")
      shown+=("${${line%$'\t'*}/$'\t'/  -- }")
    fi
  done
  (( $#values )) && compadd -U -V gazette -d shown -a values
  (( $#open )) && compadd -U -V gazette -S '' -d openly -a open
  return 0
}

if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
  _gazette "$@"
else
  compdef _gazette gazette
fi
