# Completion of gazette in fish. The words come from the command itself; see "gazette completion".

function __gazette_complete
    set -l words (commandline -opc)
    set -l program $words[1]
    set -l reply ($program complete fish $words[2..-1] (commandline -ct) 2>/dev/null)
    if test "$reply[1]" = files
        __fish_complete_path (commandline -ct)
    else if test (count $reply) -gt 1
        printf '%s\n' $reply[2..-1]
    end
end

complete -c gazette -f -k -a '(__gazette_complete)'
