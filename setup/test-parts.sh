#!/usr/bin/env bash
# What the tests need beyond Maven's libraries. One list; a test whose part is missing says so and is skipped.
set -euo pipefail

here=$(cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
say() { printf '[kodama] %s\n' "$*" >&2; }
# shellcheck source=setup/apt.sh
. "$here/apt.sh"

parts=(
	chromium             # the console, the player page and their screenshots
	ffmpeg               # plays and records streams; the monitors' decoder
	icecast2             # a stream to listen to
	fonts-ipafont-gothic # Japanese on those screenshots
	tcpdump              # what really travels to live sinks while a drill runs (root only)
	baresip              # a remote-control unit of the radio that answers and records
	sip-tester           # units that are busy, do not answer, hang up, ask for a password
	ffmpeg               # speakers that listen to multicast RTP; a second opinion on codecs
)

apt_install "${parts[@]}"

# Peers from npm, each at one version: what checks our requests against Twilio's specification, and what signs as Twilio does.
peers=(@stoplight/prism-cli@5.14.2 twilio@6.2.0)
folder=$(realpath -m -- "${KODAMA_PARTS:-$here/../.parts}")/peers
if [[ ! -d $folder/node_modules/twilio || ! -d $folder/node_modules/@stoplight/prism-cli ]]; then
	command -v npm >/dev/null || apt_install npm || true
	mkdir -p -- "$folder"
	[[ -f $folder/package.json ]] || echo '{"private": true}' >"$folder/package.json"
	npm install --prefix "$folder" --silent --no-audit --no-fund --omit=dev --ignore-scripts --no-package-lock "${peers[@]}" ||
		say "npm の部品を取れませんでした / could not be fetched from npm: ${peers[*]}"
fi
