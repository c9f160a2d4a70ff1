package jp.kodama.intake.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

import jakarta.servlet.http.HttpServletRequest;
import jp.kodama.intake.xml.Unreadable;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request, never more of it than is allowed.
 *
 * @param bytes what there is
 * @param status what the caller is told if it cannot be used; 0 if it can
 * @param fault why not; null if it can
 */
record Body(byte[] bytes, int status, @Nullable Unreadable fault) {

	/** How much of a body that is too large is kept. */
	private static final int BEGINNING = 64 * 1024;

	static Body read(HttpServletRequest request, int most) {
		ByteArrayOutputStream read = new ByteArrayOutputStream();
		boolean announced = request.getContentLengthLong() > most;
		byte[] buffer = new byte[16 * 1024];
		try {
			InputStream in = request.getInputStream();
			while (read.size() <= (announced ? BEGINNING : most)) {
				int count = in.read(buffer);
				if (count < 0) {
					return new Body(read.toByteArray(), 0, null);
				}
				read.write(buffer, 0, count);
			}
		}
		catch (IOException ex) {
			return new Body(read.toByteArray(), 400, new Unreadable("途中で切れました", "ended half-way: " + ex.getMessage()));
		}
		return new Body(java.util.Arrays.copyOf(read.toByteArray(), Math.min(read.size(), BEGINNING)), 413,
				new Unreadable("大きすぎます（上限 " + most + " バイト）", "too large: at most " + most + " bytes"));
	}

}
