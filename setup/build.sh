# shellcheck shell=bash
# From sources to target/app: the application as plain jars, and an archive of its loaded classes.

app=$root/target/app
app_jar=$app/kodama.jar

# Development parts are the voices; each line says what it does.
set_up() {
	find_java
	[[ -x $root/setup/voices.sh ]] || return 0
	"$root/setup/voices.sh" "$KODAMA_PARTS" ||
		say "音声の部品が足りません。無線以外は動きます / speech is incomplete; all else runs (./kodama doctor)"
}

built_since() {
	[[ -e $1 ]] && { [[ ! -d $root/src/main ]] ||
		[[ -z $(find "$root/src/main" "$root/pom.xml" -newer "$1" -print -quit) ]]; }
}

build() {
	find_java
	if ! built_since "$app/built"; then
		mkdir -p -- "$root/target"
		# Two commands at once build once.
		exec 9>"$root/target/.lock"
		flock 9
		built_since "$app/built" || assemble
		exec 9>&-
	fi
	archive
}

# Goals, not the package phase: that one would fetch everything the tests need as well.
assemble() {
	local jar
	say "ビルドします / building"
	jar=$(find "$root/target" -maxdepth 1 -name 'kodama-*.jar' -print -quit)
	if [[ -z $jar ]] || ! built_since "$jar"; then
		rm -f -- "$root"/target/kodama-*.jar
		maven process-classes jar:jar@default-jar spring-boot:repackage@repackage \
			-Dspring-javaformat.skip=true -Djacoco.skip=true ||
			die "ビルドに失敗しました / the build failed"
		jar=$(find "$root/target" -maxdepth 1 -name 'kodama-*.jar' -print -quit)
	fi
	rm -rf -- "$app.new" "$app.old"
	"$java_home/bin/java" -Djarmode=tools -jar "$jar" extract --destination "$app.new" >/dev/null ||
		die "展開に失敗しました / could not unpack $jar"
	mv -- "$app.new/${jar##*/}" "$app.new/kodama.jar"
	touch -r "$jar" -- "$app.new/built"
	# A server that runs keeps the files it has open.
	[[ ! -e $app ]] || mv -- "$app" "$app.old"
	mv -- "$app.new" "$app"
	rm -rf -- "$app.old"
}

# Start-up takes half as long when the JVM maps classes it has loaded before. Made once per build and
# JVM, by a start that opens no port, in a state folder and store of its own.
archive() {
	local scratch flags
	# The JVM refuses an archive made elsewhere or by another build of itself.
	archive_file=$app/kodama-$java_build-$(cksum <<<"$app" | cut -d ' ' -f 1).cds
	[[ -w $app && ${KODAMA_ARCHIVE:-yes} != no ]] || return 0
	[[ ! -s $archive_file ]] || return 0
	# An empty one stands for a start that failed: worth another try only once the settings are others.
	if [[ -e $archive_file && -z $(find "$root/config" "$root/channels" "$root/routes" -newer "$archive_file" \
		-print -quit 2>/dev/null) ]]; then
		return 0
	fi
	say "起動を速くする準備（一度だけ） / preparing faster starts (once, about 10 s)"
	scratch=$(mktemp -d)
	server_flags
	flags=("${jvm[@]}" "-Dkodama.home=$scratch" "-Dspring.datasource.url=jdbc:sqlite:$scratch/kodama.db"
		-Dkodama.queue=seda -Dspring.context.exit=onRefresh)
	if (cd -- "$root" && "$java_home/bin/java" "$archive_make=$archive_file.new" "${flags[@]}" -jar "$app_jar") \
		>"$root/target/archive.log" 2>&1 && [[ -s $archive_file.new ]]; then
		mv -- "$archive_file.new" "$archive_file"
	else
		say "準備できませんでした（遅くなるだけです） / not prepared; starts are only slower: target/archive.log"
		rm -f -- "$archive_file.new"
		: >"$archive_file"
	fi
	rm -rf -- "$scratch"
}
