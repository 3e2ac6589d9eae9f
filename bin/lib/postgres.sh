# A throw-away PostgreSQL server, for bin/check and bin/bench. To be sourced.
#   find_postgres    true when its programs are on this machine
#   make_cluster     starts one; its port is in $pg_port
#   remove_cluster   stops and deletes it; to be called at the end in any case
cluster='' pg_bin='' pg_port=''

find_postgres() {
  pg_bin=$(find /usr/lib/postgresql -name initdb 2>/dev/null | sort -V | tail -1)
  pg_bin=${pg_bin%/initdb}
  [[ -n $pg_bin ]]
}

# A throw-away PostgreSQL: it refuses to run as root, and what it holds need not survive.
make_cluster() {
  cluster=$(mktemp -d /tmp/passerelle-pg.XXXXXX) || return
  ((EUID)) || chown postgres "$cluster"
  pg initdb -D "$cluster/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync >/dev/null || return
  for _ in 1 2 3 4 5; do
    pg_port=$((20000 + RANDOM % 20000))
    pg pg_ctl -s -D "$cluster/data" -l "$cluster/log" -w -t 30 start -o "-p $pg_port -k $cluster -c listen_addresses=127.0.0.1 \
      -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=300" && return
  done
  cat "$cluster/log"
  return 1
}

remove_cluster() {
  [[ -n $cluster ]] || return
  pg pg_ctl -D "$cluster/data" -m immediate stop >/dev/null 2>&1
  rm -rf "$cluster"
}

pg() { # program, options
  local program=$pg_bin/$1
  shift
  if ((EUID)); then "$program" "$@"; else (cd / && exec runuser -u postgres -- "$program" "$@"); fi
}
