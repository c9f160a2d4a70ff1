# shellcheck shell=bash
# ./kodama test: all checks of the build, and figures a person can read.

run_tests() {
	local result=0 counts
	find_java
	"$root/setup/test-parts.sh" || true
	[[ ! -x $root/setup/voices.sh ]] || "$root/setup/voices.sh" "$KODAMA_PARTS" || true
	"$root/setup/recognizers.sh" "$KODAMA_PARTS" || true
	say "試験します（Java $java_build） / testing"
	rm -rf -- "$root/target/surefire-reports" "$root/target/site/jacoco" "$root/target/jacoco.exec"
	maven verify -Dmaven.test.redirectTestOutputToFile=true "$@" || result=1
	counts=$(count_tests)
	tell_tests
	coverage
	printf '%d min %02d s, Java %s\n' $((SECONDS / 60)) $((SECONDS % 60)) "$java_build"
	[[ $result -eq 0 ]] || echo "FAILED: see above and target/surefire-reports/"
	# Somebody else's machinery reads this line.
	echo "$counts"
	return "$result"
}

reports() {
	find "$root/target/surefire-reports" -name 'TEST-*.xml' -exec cat {} + 2>/dev/null || true
}

count_tests() {
	reports | awk '
		function figure(name) { return match($0, " " name "=\"[0-9]+\"") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) : 0 }
		/<testsuite / { suite = 1 }
		suite { tests += figure("tests"); bad += figure("failures") + figure("errors"); skipped += figure("skipped") }
		suite && />/ { suite = 0 }
		END { printf "%d passed, %d failed, %d skipped\n", tests - bad - skipped, bad, skipped }'
}

# Which failed, which passed only when repeated (where that was asked for) and which were skipped, each with its reason.
tell_tests() {
	reports | awk '
		function value(name) { return match($0, " " name "=\"[^\"]*\"") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) : "" }
		function plain(text) {
			sub(/.*<!\[CDATA\[/, "", text); sub(/\]\]>.*/, "", text); gsub(/&#10;/, " ", text); gsub(/&lt;/, "<", text)
			gsub(/&gt;/, ">", text); gsub(/&quot;/, "\"", text); gsub(/&amp;/, "\\&", text)
			sub(/^[a-zA-Z0-9.]*TestAbortedException: (Assumption failed: )?/, "", text)
			return substr(text, 1, 300)
		}
		/<testcase / { test = value("classname") "." value("name") }
		/<(failure|error)[ >]/ { print "failed: " test ": " plain(value("message")) }
		/<(flakyFailure|flakyError|rerunFailure|rerunError)[ >]/ { print "unstable, look into it: " test ": " plain(value("message")) }
		/<skipped/ { print "skipped: " test ": " plain(value("message") == "" ? $0 : value("message")) }'
}

coverage() {
	local csv=$root/target/site/jacoco/jacoco.csv
	[[ -e $csv ]] || return 0
	awk -F, 'NR > 1 { missed += $8; covered += $9 }
		END { if (missed + covered) printf "line coverage %.1f %% (%d of %d)\n", 100 * covered / (missed + covered), covered, missed + covered }' "$csv"
}
