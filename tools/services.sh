#!/usr/bin/env bash
# Makes the outside services of the tests reachable on a Debian machine, for every lane that is not named already:
#   eval "$(bash tools/services.sh)"      exports TEST_POSTGRES_URL, TEST_REDIS_URL, TEST_NATS_URL, TEST_CHROMIUM, TEST_NODES
#   bash tools/services.sh stop           ends what was started here, and removes its data
# A service that answers on its usual port is used as it is. Otherwise Debian's package is installed when it is missing
# (this needs root), and the service runs on loopback at a free port with its data in SERVICES_DIR.
set -euo pipefail

dir=${SERVICES_DIR:-${TMPDIR:-/tmp}/triptych-services}

say() { echo "$*" >&2; }
answers() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }
path_of() { type -P "$1"; }
has() { path_of "$1" >/dev/null; }

free_port() {
  local port=$1
  while answers "$port"; do port=$((port + 1)); done
  echo "$port"
}

wait_for() { # <what> <port>
  for _ in $(seq 1 100); do
    answers "$2" && return 0
    sleep 0.2
  done
  say "$1 did not answer on port $2; see $dir/$1.log"
  return 1
}

install() { # <binary> <package>
  has "$1" && return 0
  [ "$(id -u)" = 0 ] || { say "$1 is missing: install Debian's $2, or set the lane's variable"; return 1; }
  say "installing $2"
  [ -n "${updated:-}" ] || apt-get update -qq >&2
  updated=yes
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$2" >&2
}

as_postgres() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }

postgres_bin() {
  local found
  for found in $(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -rV); do echo "$found"; return 0; done
  has initdb && dirname "$(path_of initdb)"
}

usable_postgres() {
  local user database
  for user in "$(id -un)" postgres root; do
    for database in postgres test; do
      if [ "$(psql -XAtq "postgres://$user@127.0.0.1:5432/$database" -w -c \
        'select rolsuper from pg_roles where rolname = current_user' 2>/dev/null)" = t ]; then
        echo "postgres://$user@127.0.0.1:5432/$database"
        return 0
      fi
    done
  done
  return 1
}

postgres_lane() {
  if has psql && answers 5432 && usable_postgres; then return 0; fi
  [ -n "$(postgres_bin)" ] || install initdb postgresql
  local bin port data=$dir/postgres
  bin=$(postgres_bin)
  port=$(free_port 55432)
  mkdir -p "$data"
  [ "$(id -u)" = 0 ] && chown postgres "$data"
  [ -f "$data/PG_VERSION" ] || as_postgres "$bin/initdb" -D "$data" -U postgres -A trust -E UTF8 >"$dir/postgres.log"
  as_postgres "$bin/pg_ctl" -D "$data" -l "$data/server.log" -w start \
    -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off -c max_connections=200" >&2
  echo "postgres://postgres@127.0.0.1:$port/postgres"
}

redis_lane() {
  if answers 6379; then echo redis://127.0.0.1:6379; return 0; fi
  install redis-server redis-server
  local port
  port=$(free_port 56379)
  redis-server --port "$port" --bind 127.0.0.1 --save '' --dir "$dir" --daemonize yes \
    --pidfile "$dir/redis.pid" --logfile "$dir/redis.log" >&2
  wait_for redis "$port"
  echo "redis://127.0.0.1:$port"
}

jetstream_answers() {
  local greeting=''
  exec 3<>/dev/tcp/127.0.0.1/4222
  read -r -t 3 -u 3 greeting || true
  exec 3>&-
  [[ $greeting == *'"jetstream":true'* ]]
}

nats_lane() {
  if answers 4222 && jetstream_answers; then
    echo nats://127.0.0.1:4222
    return 0
  fi
  install nats-server nats-server
  local port
  port=$(free_port 54222)
  nohup nats-server -js -a 127.0.0.1 -p "$port" -sd "$dir/nats" -P "$dir/nats.pid" >"$dir/nats.log" 2>&1 </dev/null &
  wait_for nats "$port"
  echo "nats://127.0.0.1:$port"
}

chromium_lane() {
  install chromium chromium
  path_of chromium
}

# The packages that npm's "node" installs its program from, side by side.
nodes_lane() {
  local machine
  case $(uname -m) in aarch64) machine=linux-arm64 ;; *) machine=linux-x64 ;; esac
  mkdir -p "$dir/nodes"
  [ -e "$dir/nodes/package.json" ] || echo '{"private":true}' >"$dir/nodes/package.json"
  npm install --prefix "$dir/nodes" --silent --no-audit --no-fund --ignore-scripts \
    "node-20@npm:node-$machine@20.20.2" "node-22@npm:node-$machine@22.23.3" "node-24@npm:node-$machine@24.21.0" >&2
  echo "$dir/nodes"
}

lane() { # <variable> <function>
  local value=${!1:-}
  [ -n "$value" ] || value=$("$2")
  printf 'export %s=%q\n' "$1" "$value"
  say "$1=$value"
}

stop() {
  [ -d "$dir" ] || return 0
  if [ -f "$dir/postgres/postmaster.pid" ]; then
    as_postgres "$(postgres_bin)/pg_ctl" -D "$dir/postgres" -m fast -w stop >&2 || true
  fi
  local name
  for name in redis nats; do
    [ -f "$dir/$name.pid" ] && kill "$(cat "$dir/$name.pid")" 2>/dev/null || true
  done
  rm -rf "$dir"
}

if [ "${1:-start}" = stop ]; then
  stop
else
  mkdir -p "$dir"
  lane TEST_POSTGRES_URL postgres_lane
  lane TEST_REDIS_URL redis_lane
  lane TEST_NATS_URL nats_lane
  lane TEST_CHROMIUM chromium_lane
  lane TEST_NODES nodes_lane
fi
