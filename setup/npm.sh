# shellcheck shell=bash
# Packages of npm, by name and sha256. Needs say, work (a folder to work in) and again (the command that tries once more).

is() { [[ -f $1 && $(sha256sum -- "$1") == "$2 "* ]]; }

# npm_fetch PACKAGE@VERSION SHA256: leaves the tarball at $tarball; 3 if it cannot be had (what to type has been printed).
npm_fetch() {
	command -v npm >/dev/null || apt_install npm || return 3
	# Without network npm would try for five minutes at every start.
	if ! (cd -- "$work" && npm pack --silent --prefer-offline --fetch-retries=1 "$1") &>"$work/npm.log"; then
		say "取れませんでした（ネットワーク？） / could not be fetched (network?): $again"
		return 3
	fi
	tarball=$work/${1//@/-}.tgz
	if ! is "$tarball" "$2"; then
		say "$1 の中身が違います。使いません / its sha256 is not $2; not used: $again"
		return 3
	fi
}
