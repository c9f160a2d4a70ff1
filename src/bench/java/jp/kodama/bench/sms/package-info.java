/** 10,000 texts to a provider, beside what tools made for posting can do. */
@NullMarked
package jp.kodama.bench.sms;

import org.jspecify.annotations.NullMarked;
