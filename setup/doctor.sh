# shellcheck shell=bash
# ./kodama doctor: every part, its state and the fix. Changes nothing.

troubles=0

good() { printf '  ✓  %-14s %s\n' "$1" "$2"; }
note() { printf '  –  %-14s %s\n' "$1" "$2"; }
bad() {
	printf '  ✗  %-14s %s\n     %14s → %s\n' "$1" "$2" '' "$3"
	troubles=$((troubles + 1))
}

doctor() {
	echo "Kodama 診断 / doctor"
	doctor_java
	doctor_speech
	doctor_recognizers
	doctor_state
	doctor_server
	doctor_town
	doctor_config
	if [[ $troubles -eq 0 ]]; then
		echo "問題ありません / nothing to fix"
		return 0
	fi
	echo "直すもの / to fix: $troubles"
	return 1
}

doctor_java() {
	local home=${JAVA_HOME:-} mvn_version
	[[ -n $home ]] || ! command -v java >/dev/null || home=$(java_home_of "$(command -v java)")
	if [[ -n $home && -e $home/release ]]; then
		java_home=$home
		read_release
	fi
	if [[ -z $java_home ]]; then
		bad JDK "ありません / none" "sudo apt-get install -y openjdk-17-jdk-headless"
	elif [[ $java_version -lt 17 || ! -x $java_home/bin/javac ]]; then
		bad JDK "$java_build ($java_home)" "JDK 17+: sudo apt-get install -y openjdk-17-jdk-headless"
	else
		good JDK "$java_build ($java_home)"
	fi
	if command -v mvn >/dev/null; then
		mvn_version=$(mvn -v 2>/dev/null | sed -n 's/.*Apache Maven \([0-9.]*\).*/\1/p')
		good Maven "$mvn_version"
	elif [[ -e $app/built ]]; then
		note Maven "なし（ビルド済みなので不要） / none, and not needed: already built"
	else
		bad Maven "ありません / none" "sudo apt-get install -y maven"
	fi
	if built_since "$app/built"; then
		good build "最新 / up to date"
	else
		note build "次の起動時に作ります / will be made at the next start"
	fi
}

doctor_speech() {
	local voice dictionary
	if command -v open_jtalk >/dev/null || [[ -n $(find "$KODAMA_PARTS" -name open_jtalk -print -quit 2>/dev/null) ]]; then
		good "Open JTalk" "$(command -v open_jtalk || echo "$KODAMA_PARTS")"
	else
		bad "Open JTalk" "日本語の声が出ません / no Japanese speech" "sudo apt-get install -y open-jtalk open-jtalk-mecab-naist-jdic"
	fi
	dictionary=$(find -L "$KODAMA_PARTS" /var/lib/mecab/dic -name sys.dic -path '*jtalk*' -print -quit 2>/dev/null || true)
	voice=$(find -L "$KODAMA_PARTS" /usr/share/hts-voice -name '*.htsvoice' -print -quit 2>/dev/null || true)
	if [[ -n $dictionary ]]; then
		good dictionary "${dictionary%/*}"
	else
		bad dictionary "ありません / none" "./kodama setup"
	fi
	if [[ -n $voice ]]; then good voice "$voice"; else bad voice "ありません / none" "./kodama setup"; fi
	if [[ -e $app/built && -z $(find "$app/lib" -name 'freetts-*.jar' -print -quit 2>/dev/null) ]]; then
		bad FreeTTS "英語の声がありません / no English voice" "rm -rf target && ./kodama setup"
	else
		good FreeTTS "英語の声（kevin16）は本体に同梱 / the English voice comes with the build"
	fi
}

# Wanted for the check before air and for monitors; a warning goes out without them.
doctor_recognizers() {
	local folder=$KODAMA_PARTS/recognizers
	if [[ -x $folder/julius/julius && -r $folder/julius/web.60k.htkdic ]]; then
		good Julius "日本語の聞き取り / understands Japanese"
	else
		note Julius "なし（日本語の聞き取りはしません） / none: Japanese is not listened to   → ./kodama setup --recognizers"
	fi
	if [[ -r $folder/vosk-en/am/final.mdl ]]; then
		good Vosk "英語の聞き取り / understands English"
	else
		note Vosk "なし（英語の聞き取りはしません） / none: English is not listened to   → ./kodama setup --recognizers"
	fi
}

doctor_state() {
	local place=$KODAMA_HOME free
	while [[ ! -e $place ]]; do place=$(dirname -- "$place"); done
	if [[ -d $place && -w $place ]]; then
		good KODAMA_HOME "$KODAMA_HOME"
	else
		bad KODAMA_HOME "書けません / not writable: $place" "KODAMA_HOME=\$HOME/kodama ./kodama run"
	fi
	free=$(df -Pm -- "$place" | awk 'NR == 2 { print $4 }')
	if [[ $free -ge 1024 ]]; then
		good disk "$free MB 空き / free"
	else
		bad disk "$free MB 空き / free" "1024 MB 以上を空けてください / free at least 1024 MB"
	fi
}

doctor_server() {
	if ready; then
		good server "動作中 / running and ready: http://127.0.0.1:$KODAMA_PORT/"
	elif alive; then
		bad server "準備中か異常 / up on $KODAMA_PORT, but not ready" "$KODAMA_HOME/log/"
	elif port_taken; then
		bad "port $KODAMA_PORT" "他のものが使用中 / used by something else" "KODAMA_PORT=8081 ./kodama run"
	else
		good "port $KODAMA_PORT" "空き（停止中） / free; no server runs"
	fi
}

doctor_town() {
	local code=${KODAMA_TOWN:-} list=$root/config/areas/municipalities.csv row
	[[ -n $code ]] || code=$(grep '^  town:' "$root/config/application.yaml" | grep -oE '[0-9]{5}' || true)
	row=$(grep "^$code," "$list" 2>/dev/null || true)
	if [[ -n $row ]]; then
		good town "$(cut -d , -f 1,2,4 <<<"$row")"
	else
		bad town "$code は一覧にありません / not in ${list#"$root"/}" "KODAMA_TOWN=17461 ./kodama run"
	fi
}

# The settings are read by the same code that the server reads them with.
doctor_config() {
	if [[ ! -e $app/built || -z $java_home ]]; then
		note config "まだ調べられません（未ビルド） / cannot be read before the build: ./kodama setup"
	elif ! offline doctor; then
		troubles=$((troubles + 1))
	fi
}
