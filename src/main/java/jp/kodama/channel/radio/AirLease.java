package jp.kodama.channel.radio;

/** Which node of a cluster speaks on a line: two voices at once are none. */
interface AirLease {

	/** Of a station that is the only one. */
	AirLease ALONE = new AirLease() {

		@Override
		public boolean take(String line, int rank) {
			return true;
		}

		@Override
		public int wanted(String line) {
			return Integer.MAX_VALUE;
		}

		@Override
		public void leave(String line) {
			// Nobody else waits for it.
		}

	};

	/**
	 * Takes a line for this node; false while another has it, or better waits elsewhere.
	 * @param rank of the best that waits here, the lower the earlier
	 */
	boolean take(String line, int rank);

	/** The best rank that waits on another node for a line of this one. */
	int wanted(String line);

	/** Gives a line back. */
	void leave(String line);

}
