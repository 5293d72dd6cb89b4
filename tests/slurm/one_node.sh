#!/usr/bin/env bash
# Runs packaging/slurm/screen on a real Slurm of one node, which lives in a temporary folder as long as this script, and
# compares its answer with the same screen without Slurm: one_node.sh PROGRAM CELL MODEL. Exit code 77: it cannot run
# here (Debian packages slurmctld, slurmd, slurm-client and munge are missing, or it is not run by root).
set -euo pipefail
cli=$1 cell=$2 model=$3
script=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)/packaging/slurm/screen
for program in slurmctld slurmd sbatch squeue sinfo munged; do
    command -v "$program" >/dev/null || {
        echo "skipped: $program is not installed"
        exit 77
    }
done
if [ "$(id -u)" != 0 ]; then
    echo "skipped: only root can start slurmd"
    exit 77
fi

work=$(mktemp -d)
daemons=()
finish() {
    code=$?
    if [ "$code" != 0 ]; then
        tail -n 20 "$work"/*.log "$work"/results/*.log 2>/dev/null || true
    fi
    kill "${daemons[@]}" 2>/dev/null || true
    wait "${daemons[@]}" 2>/dev/null || true
    rm -rf "$work"
    exit "$code"
}
trap finish EXIT

# until_true SECONDS WHAT COMMAND…
until_true() {
    local limit=$((SECONDS + $1)) what=$2
    shift 2
    until "$@" >/dev/null 2>&1; do
        if [ "$SECONDS" -ge "$limit" ]; then
            echo "gave up waiting for $what" >&2
            return 1
        fi
        sleep 0.3
    done
}

host=$(hostname -s)
port=$((20000 + $$ % 20000))
mkdir "$work"/{state,spool,munge}
chmod 755 "$work"
chmod 700 "$work/munge"
dd if=/dev/urandom of="$work/munge/key" bs=1024 count=1 2>/dev/null
chmod 400 "$work/munge/key"
munged --foreground --force --key-file="$work/munge/key" --socket="$work/munge.socket" --pid-file="$work/munge/pid" \
    --log-file="$work/munged.log" --seed-file="$work/munge/seed" >"$work/munged.out.log" 2>&1 &
daemons+=($!)
until_true 20 munged test -S "$work/munge.socket"

export SLURM_CONF=$work/slurm.conf
cat >"$SLURM_CONF" <<END
ClusterName=knockscape
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=$port
SlurmdPort=$((port + 1))
SlurmUser=root
AuthInfo=socket=$work/munge.socket
StateSaveLocation=$work/state
SlurmdSpoolDir=$work/spool
SlurmctldPidFile=$work/slurmctld.pid
SlurmdPidFile=$work/slurmd.pid
ProctrackType=proctrack/pgid
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SchedulerParameters=batch_sched_delay=0,sched_interval=1
MpiDefault=none
ReturnToService=2
NodeName=$host NodeAddr=127.0.0.1 CPUs=$(nproc) State=UNKNOWN
PartitionName=main Nodes=$host Default=YES MaxTime=60 State=UP
END
slurmctld -D >"$work/slurmctld.log" 2>&1 &
daemons+=($!)
slurmd -D -N "$host" >"$work/slurmd.log" 2>&1 &
daemons+=($!)
is_idle() { [ "$(sinfo -h -o %T)" = idle ]; }
until_true 60 "the node" is_idle

printf 'HXK2 PGI1 ZWF1 GND1 TDH3 PGK1 ADE2 URA3 HIS3 BNA1 NPT1 FKS1\n' >"$work/panel.txt"
options=(pairs --cell "$cell" --model "$model" --genes "$work/panel.txt" --top 40 --where "epistasis < 0")
# One thread as in the parts: another number rounds the tables of the cell differently.
"$cli" screen "${options[@]}" --threads 1 --no-log --quiet --out "$work/whole.csv" --matrix "$work/whole.npy"
KNOCKSCAPE_CLI=$cli "$script" 3 "$work/results" "${options[@]}" --matrix yes
until_true 200 "the merged table" test -s "$work/results/merged.csv"
for name in csv npy; do
    cmp "$work/whole.$name" "$work/results/merged.$name"
done
echo "three parts on Slurm give the same table and array as one screen"
