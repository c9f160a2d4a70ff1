# shellcheck shell=bash
# Maven, without its noise: offline when the local repository holds everything, online otherwise.

need_maven() {
	need_jdk
	command -v mvn >/dev/null || apt_install maven ||
		die "Maven がありません / no Maven: sudo apt-get install maven"
}

# maven ARG…: extra arguments for every call come from $KODAMA_MVN_ARGS.
maven() {
	local extra log=$root/target/maven.log
	need_maven
	read -ra extra <<<"${KODAMA_MVN_ARGS:-}"
	mkdir -p -- "$root/target"
	maven_once "$log" -o "${extra[@]}" "$@" && return 0
	if grep -qE 'in offline mode|has not been downloaded from it before' "$log"; then
		say "部品を取り寄せます（初回は数分） / fetching libraries (minutes, the first time)"
		maven_once "$log" "${extra[@]}" "$@" && return 0
	fi
	grep -E '^\[ERROR\]' "$log" | grep -vE 'Tests run:|\[Help|Re-run Maven|full stack trace|^\[ERROR\] *$' | head -n 40 >&2
	say "全文 / the whole log: $log"
	return 1
}

maven_once() {
	local log=$1
	shift
	(cd -- "$root" && mvn -B -Dstyle.color=never "$@" </dev/null 2>&1) | tee -- "$log" | maven_progress
}

# Lets results of tests through, and turns thousands of download lines into a few. The time limit of
# read is what notices one long download.
maven_progress() {
	local line current='' files=0 last=$SECONDS status
	while true; do
		status=0
		IFS= read -r -t 10 line || status=$?
		if [[ $status -gt 128 ]]; then
			[[ -z $current ]] || say "  … $current（$((SECONDS - last)) 秒 / s）"
			continue
		fi
		[[ $status -eq 0 ]] || break
		case $line in
			*' Downloading from '*) current=${line##*/} ;;
			*' Downloaded from '*)
				current=
				files=$((files + 1))
				if ((SECONDS - last >= 5)); then
					say "  $files 個取得 / files fetched"
					last=$SECONDS
				fi
				;;
			*'Tests run:'*' -- in '* | *'Tests run:'*'Time elapsed'*) printf '%s\n' "${line#\[*\] }" ;;
			*) current= ;;
		esac
	done
}
