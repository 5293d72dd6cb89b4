# Sourced by the scripts of this folder with their arguments: the comment at the head of a script is its help.

# Prints the comment at the head of the running script.
usage() {
    sed -n '2,/^[^#]/{/^#/!q;s/^# \{0,1\}//;p}' "$0"
}

# Ends the script for a person who called it wrongly: what is wrong, then the help.
wrong_usage() {
    echo "$(basename "$0"): $1" >&2
    usage >&2
    exit 2
}

# What follows “--” is for another program.
for argument in "$@"; do
    case $argument in
    --) break ;;
    -h | --help)
        usage
        exit 0
        ;;
    esac
done
