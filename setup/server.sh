# shellcheck shell=bash
# Starting the server, knowing whether it is there, and the commands that need it.

if_started=
archive_file=

# What every JVM of ours gets. 25 says AOT what 17 says CDS.
common_flags() {
	jvm=(-XX:+UseSerialGC -Djava.awt.headless=true -Dfile.encoding=UTF-8 "-Dkodama.root=$root"
		"-Dkodama.home=$KODAMA_HOME" "-Dkodama.parts=$KODAMA_PARTS")
	archive_make=-XX:ArchiveClassesAtExit
	archive_use=-XX:SharedArchiveFile
	if [[ $java_version -ge 25 ]]; then
		archive_make=-XX:AOTCacheOutput
		archive_use=-XX:AOTCache
	fi
	[[ $java_version -lt 24 ]] || jvm+=(--enable-native-access=ALL-UNNAMED)
}

server_flags() {
	local extra
	common_flags
	read -ra extra <<<"${KODAMA_JAVA_OPTS:-}"
	# Measured: the fast compiler alone halves the start and saves 40 MB; alerts come seldom and in small numbers.
	# The last word is KODAMA_JAVA_OPTS.
	jvm+=(-Xmx512m -XX:TieredStopAtLevel=1 "-Dspring.config.additional-location=file:$root/config/" "${extra[@]}")
}

server_command() {
	server_flags
	[[ ! -s $archive_file ]] || jvm+=("$archive_use=$archive_file")
	export MALLOC_ARENA_MAX=${MALLOC_ARENA_MAX:-2}
	server=("$java_home/bin/java" "${jvm[@]}" -jar "$app_jar")
}

# offline COMMAND ARG…: the plain main class, no server and no Spring.
offline() {
	common_flags
	[[ ! -s $archive_file ]] || jvm+=("$archive_use=$archive_file")
	"$java_home/bin/java" "${jvm[@]}" -XX:TieredStopAtLevel=1 -cp "$app_jar" jp.kodama.command.Kodama "$@"
}

# http_status PATH: what Kodama answers on its port; nothing if nobody does. No curl on a bare machine.
http_status() {
	local word
	{
		exec 8<>"/dev/tcp/127.0.0.1/$KODAMA_PORT" || return 0
		printf 'GET %s HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n' "$1" >&8
		IFS=' ' read -r -t 5 _ word _ <&8 || word=
		exec 8>&-
		echo "$word"
	} 2>/dev/null
}

ready() {
	[[ $(http_status /actuator/health/readiness) == 200 ]]
}

# Up, though perhaps not ready.
alive() {
	[[ $(http_status /actuator/health/liveness) =~ ^(200|503)$ ]]
}

port_taken() {
	(exec 8<>"/dev/tcp/127.0.0.1/$KODAMA_PORT") 2>/dev/null
}

take_port() {
	if alive; then
		die "Kodama はもう動いています / Kodama already runs: http://127.0.0.1:$KODAMA_PORT/"
	elif port_taken; then
		die "ポート $KODAMA_PORT は他で使用中 / port in use by something else: KODAMA_PORT=8081 ./kodama run"
	fi
}

# Makes sure a server answers; one started here is stopped again when the launcher ends.
need_server() {
	local log=$KODAMA_HOME/log/server.log
	ready && return 0
	take_port
	set_up
	mkdir -p -- "$KODAMA_HOME/log"
	(umask 077 && : >>"$log")
	say "サーバーを起動します / starting a server (log: $log)"
	server_command
	(cd -- "$root" && exec "${server[@]}") >>"$log" 2>&1 </dev/null &
	if_started=$!
	trap 'stop_server' EXIT
	trap 'exit 130' INT
	trap 'exit 143' TERM
	for ((i = 0; i < 600; i++)); do
		if ready; then
			show_passwords "$log"
			return 0
		fi
		kill -0 "$if_started" 2>/dev/null || break
		sleep 0.2
	done
	tail -n 20 -- "$log" >&2
	die "起動しませんでした / the server did not come up: $log"
}

# What a first start prints once belongs on the terminal, and into no file.
show_passwords() {
	if grep -q '^  First start' "$1"; then
		sed -n '/^  初回起動/,$ { /^[0-9]/q; p }' "$1" >&2
		: >"$1"
	fi
}

stop_server() {
	[[ -n $if_started ]] || return 0
	kill -TERM "$if_started" 2>/dev/null || true
	wait "$if_started" 2>/dev/null || true
	if_started=
}

replay() {
	case " $* " in
		*" --help "* | *" -h "* | *" --server"* | "  ") ;;
		*) need_server ;;
	esac
	offline replay "$@"
}

demo() {
	local telegram
	telegram=$(find "$root/config/demo" -name '*.xml' 2>/dev/null | sort | head -n 1)
	[[ -n $telegram ]] || die "見本の電文がありません / config/demo/ holds no telegram"
	need_server
	offline replay "$telegram"
	say "画面 / console: http://127.0.0.1:$KODAMA_PORT/"
	[[ ${1:-} != --exit && -n $if_started ]] || return 0
	say "Ctrl-C で終わります / Ctrl-C stops the server"
	wait "$if_started" || true
}
