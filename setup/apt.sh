# shellcheck shell=bash
# Debian packages: installs what is missing where we may, and otherwise says what to type.

packages_missing() {
	local name
	for name; do
		[[ $(dpkg-query -W -f='${db:Status-Status}' "$name" 2>/dev/null) == installed ]] || echo "$name"
	done
}

# apt_install PACKAGE…: 0 if all are there afterwards, 3 if not (the command to type has been printed).
apt_install() {
	local missing log
	command -v apt-get >/dev/null || {
		say "apt がありません。次の部品を入れてください / no apt here; install: $*"
		return 3
	}
	mapfile -t missing < <(packages_missing "$@")
	[[ ${#missing[@]} -gt 0 ]] || return 0
	if [[ $(id -u) -ne 0 ]]; then
		say "足りません / missing: ${missing[*]}   →  sudo apt-get install -y ${missing[*]}"
		return 3
	fi
	say "入れます / installing: apt-get install -y ${missing[*]}"
	log=$(mktemp)
	# Ask for fresh lists only when the ones at hand do not do.
	if apt_get "$log" "${missing[@]}" || { apt_lists "$log" && apt_get "$log" "${missing[@]}"; }; then
		rm -f -- "$log"
		return 0
	fi
	tail -n 3 -- "$log" >&2
	rm -f -- "$log"
	say "入りませんでした / could not install: apt-get update && apt-get install -y ${missing[*]}"
	return 3
}

apt_lists() {
	apt-get update -q -o Acquire::Retries=0 -o Acquire::http::Timeout=10 >>"$1" 2>&1
}

# Shows every tenth per cent of a download, so that a long one does not look dead.
apt_get() {
	local log=$1
	shift
	{
		DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends \
			-o Acquire::http::Timeout=20 -o APT::Status-Fd=3 "$@" 3>&1 >>"$log" 2>&1
	} | awk -F: '
		$1 == "dlstatus" && $3 >= next_line + 0 { printf "[kodama]   %d %% …\n", $3; next_line = $3 + 20; fflush() }' >&2
}
