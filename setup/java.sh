# shellcheck shell=bash
# Finds the JDK: JAVA_HOME, else the one on the PATH, else installs one.

java_home=
java_version=
java_build=

find_java() {
	[[ -z $java_home ]] || return 0
	if [[ -n ${JAVA_HOME:-} ]]; then
		[[ -x $JAVA_HOME/bin/java ]] || die "JAVA_HOME=$JAVA_HOME: bin/java がありません / has no bin/java"
		java_home=$JAVA_HOME
	elif command -v java >/dev/null; then
		java_home=$(java_home_of "$(command -v java)")
	else
		install_jdk
		java_home=$(java_home_of "$(command -v java)")
	fi
	read_release
	[[ $java_version =~ ^[0-9]+$ && $java_version -ge 17 ]] ||
		die "Java 17 以上が必要です / needs Java 17 or later, found ${java_build:-nothing known} in $java_home"
	export JAVA_HOME=$java_home
}

# A PATH entry may be a link (follow it) or a version manager's script (ask it).
java_home_of() {
	local real
	real=$(readlink -f -- "$1")
	if [[ -e ${real%/bin/java}/release ]]; then
		echo "${real%/bin/java}"
	else
		"$1" -XshowSettings:properties -version 2>&1 | awk '$1 == "java.home" { print $3 }'
	fi
}

# The release file spares starting a JVM only to ask for its version.
read_release() {
	local key value
	while IFS='=' read -r key value; do
		value=${value//\"/}
		case $key in
			JAVA_RUNTIME_VERSION) java_build=$value ;;
			JAVA_VERSION) java_version=${value%%[.+-]*} ;;
		esac
	done <"$java_home/release"
	java_build=${java_build:-$java_version}
}

install_jdk() {
	apt_install openjdk-17-jdk-headless || apt_install default-jdk-headless ||
		die "JDK がありません / no JDK: sudo apt-get install openjdk-17-jdk-headless"
}

# What only building needs.
need_jdk() {
	find_java
	[[ -x $java_home/bin/javac ]] ||
		die "$java_home には javac がありません / is a JRE; a JDK is needed: sudo apt-get install openjdk-17-jdk-headless"
}
