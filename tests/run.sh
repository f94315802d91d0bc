# Part of ./promptlab test: what the tests need from the machine, the test projects, their sum.

scratch=
postgres_bin=

# Everything goes into $scratch, and with it on exit.
clean_up() {
  if [ -n "$postgres_bin" ] && [ -f "$scratch/postgres/postmaster.pid" ]; then
    as_server "$postgres_bin/pg_ctl" -D "$scratch/postgres" -m immediate stop >/dev/null 2>&1 || true
  fi
  rm -rf "$scratch"
}

install_packages() {
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 1
  echo "Installing $*"
  { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -yq --no-install-recommends \
    -o Dpkg::Options::=--force-confold "$@"; } >"$scratch/apt.log" 2>&1 </dev/null || { tail -5 "$scratch/apt.log"; return 1; }
}

# PostgreSQL refuses to run as root.
as_server() {
  if [ "$(id -u)" != 0 ]; then
    "$@"
  else
    local user
    user=$(id -un postgres 2>/dev/null || echo nobody)
    setpriv --reuid="$user" --regid="$(id -g "$user")" --clear-groups -- "$@"
  fi
}

find_postgres() {
  find /usr/lib/postgresql -mindepth 2 -maxdepth 2 -name bin 2>/dev/null | sort -V | tail -1 || true
}

install_postgres() {
  # The package would set up a server of its own.
  if [ "$(id -u)" = 0 ] && [ ! -e /etc/postgresql-common/createcluster.conf ]; then
    mkdir -p /etc/postgresql-common && echo 'create_main_cluster = false' >/etc/postgresql-common/createcluster.conf
  fi
  install_packages postgresql
}

# A private cluster that is reached by a socket in the scratch folder, and needs no port.
start_postgres() {
  [ -z "${PROMPTLAB_TEST_POSTGRES:-}" ] || return 0
  postgres_bin=$(find_postgres)
  if [ -z "$postgres_bin" ]; then
    install_postgres || { echo "PostgreSQL is not installed: its tests are left out."; return 0; }
    postgres_bin=$(find_postgres)
  fi
  local data=$scratch/postgres
  install -d -m 700 "$data"
  [ "$(id -u)" != 0 ] || chown "$(id -un postgres 2>/dev/null || echo nobody)" "$data"
  if as_server "$postgres_bin/initdb" -D "$data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 -N >"$scratch/initdb.log" 2>&1 </dev/null &&
    as_server "$postgres_bin/pg_ctl" -D "$data" -w -t 60 -o "-c listen_addresses= -c unix_socket_directories=$data -c fsync=off \
      -c synchronous_commit=off -c full_page_writes=off -c max_connections=300" start >"$scratch/postgres.log" 2>&1 </dev/null; then
    export PROMPTLAB_TEST_POSTGRES="Host=$data;Username=postgres;Database=postgres"
  else
    tail -20 "$scratch/initdb.log" "$scratch/postgres.log" 2>/dev/null
    echo "PostgreSQL did not start: its tests are left out."
  fi
}

find_chromium() {
  [ -z "${PROMPTLAB_TEST_CHROMIUM:-}" ] || return 0
  command -v chromium >/dev/null || install_packages chromium || { echo "Chromium is not installed: its tests are left out."; return 0; }
  PROMPTLAB_TEST_CHROMIUM=$(command -v chromium)
  export PROMPTLAB_TEST_CHROMIUM
}

install_node_modules() {
  local lock folder
  command -v npm >/dev/null || install_packages nodejs npm || { echo "Node.js is not installed: its tests are left out."; return 0; }
  while IFS= read -r lock; do
    folder=$(dirname "$lock")
    [ "$folder/node_modules/.package-lock.json" -nt "$lock" ] && continue
    (cd "$folder" && npm ci --no-audit --no-fund) >"$scratch/npm.log" 2>&1 </dev/null ||
      { tail -20 "$scratch/npm.log"; echo "npm ci failed in $folder."; }
  done < <(find "$root/tests" -name package-lock.json -not -path '*/node_modules/*')
}

# First what measures how quick queries are, then the one that takes longest.
projects_in_order() {
  find "$root/tests" -name '*.Tests.csproj' |
    awk '{ print /Agent\.Data\.Tests\.csproj$/ ? 0 : /Agent\.Host\.Tests\.csproj$/ ? 1 : 2, $0 }' | sort | cut -d ' ' -f 2-
}

# One test project: its output in NAME.log, its counts in NAME.trx, its coverage below NAME/, how long it took in NAME.seconds.
test_project() {
  local project=$1 name began=$SECONDS
  name=$(basename "$project" .csproj)
  # What lives for seconds only gains nothing from being measured for later.
  DOTNET_TieredPGO=0 dotnet test "$project" --no-build --nologo --results-directory "$scratch/results/$name" \
    --logger "trx;LogFileName=$scratch/results/$name.trx" "${@:2}" >"$scratch/results/$name.log" 2>&1 </dev/null || true
  echo $((SECONDS - began)) >"$scratch/results/$name.seconds"
}

count() {
  sed -n "s/.*<Counters \(.* \)*$2=\"\([0-9]*\)\".*/\2/p" "$1"
}

# Prints a line per project, and what failed; adds to $passed, $failed and $skipped.
report_project() {
  local name trx total=0 ok=0 bad=0 executed=0
  name=$(basename "$1" .csproj)
  trx=$scratch/results/$name.trx
  if [ -f "$trx" ]; then
    total=$(count "$trx" total) ok=$(count "$trx" passed) executed=$(count "$trx" executed)
    bad=$((executed - ok))
  elif ! grep -q 'No test matches' "$scratch/results/$name.log"; then
    bad=1
  fi
  # A test host that crashed has counted what it did not finish neither as passed nor as failed.
  if [ "$bad" = 0 ] && grep -qE 'Test Run Aborted|test run was aborted' "$scratch/results/$name.log"; then bad=1; fi
  [ "$bad" = 0 ] || grep -vE '^\s*$|\[SKIP\]|Skipped ' "$scratch/results/$name.log" | sed -n '3,400p' || true
  printf '%-28s %5d passed %4d failed %4d skipped %5d s\n' "$name" "$ok" "$bad" "$((total - executed))" "$(cat "$scratch/results/$name.seconds")"
  passed=$((passed + ok)) failed=$((failed + bad)) skipped=$((skipped + total - executed))
}

report_coverage() {
  local reports percent project status=0
  mapfile -t reports < <(find "$scratch/results" -name coverage.cobertura.xml)
  ((${#reports[@]})) || return 0
  awk -v root="$root/" -f "$root/tests/coverage.awk" "${reports[@]}" >"$scratch/coverage"
  cat "$scratch/coverage"
  for project in "$root"/src/*/; do
    project=$(basename "$project")
    grep -q "^$project " "$scratch/coverage" && continue
    if [ "$project" = Agent.SemanticKernel ] && ! has_semantic_kernel; then
      echo "$project is not measured: it is not built without its package."
    else
      echo "$project is not measured: no test project loads it."
      status=1
    fi
  done
  percent=$(tail -1 "$scratch/coverage" | grep -oE '[0-9.]+ %' | tr -d ' %')
  awk "BEGIN { exit $percent < 90 }" || { echo "Less than 90 % of the lines of src are covered."; status=1; }
  [ -z "${CI:-}" ] || return $status
}

run_tests() {
  local filter=() status=0 project projects passed=0 failed=0 skipped=0
  while (($#)); do
    case $1 in
      --filter) filter=(--filter "${2:?--filter needs an expression}"); shift ;;
      --filter=*) filter=(--filter "${1#--filter=}") ;;
      *) fail "test does not know '$1'." ;;
    esac
    shift
  done

  # A short path: sockets have little room for it.
  scratch=$(mktemp -d /tmp/promptlab-test.XXXXXX)
  chmod 755 "$scratch"
  mkdir "$scratch/results"
  trap clean_up EXIT
  trap 'exit 130' INT TERM
  start_postgres
  find_chromium
  install_node_modules
  restore_semantic_kernel
  build "$root/PromptLab.sln"

  mapfile -t projects < <(projects_in_order)
  local options=("${filter[@]}")
  [ ${#filter[@]} -gt 0 ] || options=(--settings "$root/tests/tests.runsettings")
  local workers
  workers=$(nproc) && [ "$workers" -le 4 ] || workers=4
  # Figures of a busy machine would say nothing: the first one has it for itself.
  test_project "${projects[0]}" "${options[@]}"
  for project in "${projects[@]:1}"; do
    while (($(jobs -rp | wc -l) >= workers)); do wait -n || true; done
    test_project "$project" "${options[@]}" &
  done
  wait
  for project in "${projects[@]}"; do report_project "$project"; done
  [ ${#filter[@]} -gt 0 ] || report_coverage || status=1
  [ "$failed" = 0 ] || status=1
  local sum="$passed passed, $failed failed"
  [ "$skipped" = 0 ] || sum+=", $skipped skipped"
  echo "$sum"
  return $status
}
