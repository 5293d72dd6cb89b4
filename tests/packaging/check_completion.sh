#!/usr/bin/env bash
# check_completion.sh SCRIPT PROGRAM: what the completion of knockscape-cli offers at some places of a line.
set -u
script=$1
program=$2
failed=0

# What bash-completion brings: the words of the line, and names of files.
_init_completion() {
    words=("${line[@]}")
    cword=$((${#line[@]} - 1))
    cur=${line[-1]}
    prev=${line[-2]}
}
_filedir() { COMPREPLY=(FILES); }
complete() { :; }
. "$script"

# offers WANTED UNWANTED WORD…: with WORD… typed, WANTED is offered and UNWANTED is not.
offers() {
    local wanted=$1 unwanted=$2 line=("$program" "${@:3}") COMPREPLY=()
    _knockscape_cli
    case " ${COMPREPLY[*]} " in
    *" $unwanted "*) echo "“${*:3}” offers $unwanted" && failed=1 ;;
    *" $wanted "*) ;;
    *) echo "“${*:3}” offers “${COMPREPLY[*]}”, not $wanted" && failed=1 ;;
    esac
}

offers simulate FILES ''
offers simulate screen si
offers pairs simulate screen ''
offers pairs simulate --threads 2 screen ''
offers --medium --model simulate --
offers --where --medium screen pairs --w
offers cuda pairs --device ''
offers FILES simulate predict --model ''
exit $failed
