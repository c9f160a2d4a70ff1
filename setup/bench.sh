# shellcheck shell=bash
# ./kodama bench WORKLOAD: compiles src/bench/java against the application and runs it.

workloads() {
	find "$root/src/bench/java/jp/kodama/bench" -mindepth 1 -maxdepth 1 -type d -printf '%f\n' 2>/dev/null | sort
}

bench() {
	local sources server_lines classes=$root/target/bench
	if [[ $# -eq 0 || $1 == -h || $1 == --help ]]; then
		echo "./kodama bench WORKLOAD   →  $KODAMA_HOME/bench/WORKLOAD.json"
		workloads | sed 's/^/  /'
		return 0
	fi
	[[ -d $root/src/bench/java ]] || die "src/bench/java がありません / is missing"
	if ! workloads | grep -qxF -- "$1"; then
		say "測定の名前が違います / no such workload: $1   ($(workloads | paste -sd ' '))"
		return 2
	fi
	need_jdk
	build
	mapfile -t sources < <(find "$root/src/bench/java" -name '*.java')
	rm -rf -- "$classes"
	mkdir -p -- "$classes" "$KODAMA_HOME/bench"
	"$java_home/bin/javac" -proc:none -nowarn --release 17 -parameters -cp "$app_jar" -d "$classes" "${sources[@]}"
	server_command
	server_lines=$(printf '%s\n' "${server[@]}")
	common_flags
	"$java_home/bin/java" "${jvm[@]}" "-Dkodama.bench.server=$server_lines" -Dsun.net.httpserver.nodelay=true -cp "$classes:$app_jar" \
		jp.kodama.bench.Bench "$@"
}
