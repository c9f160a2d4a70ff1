package jp.kodama.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** What the disk itself can do: one write and one {@code fdatasync} after another. */
public final class Disk {

	private Disk() {
	}

	/** Times of single syncs in nanoseconds. */
	public static List<Long> syncs(Path folder, int count) throws IOException {
		Path file = folder.resolve("fdatasync");
		List<Long> times = new ArrayList<>();
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
			for (int i = 0; i < count; i++) {
				ByteBuffer page = ByteBuffer.allocate(4096);
				long start = System.nanoTime();
				channel.write(page);
				channel.force(false);
				times.add(System.nanoTime() - start);
			}
		}
		Files.delete(file);
		return times;
	}

}
