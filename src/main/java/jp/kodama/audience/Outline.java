package jp.kodama.audience;

import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where a municipality lies. Good enough to tell whether a warned area touches it, not
 * for surveying: straight lines between points in degrees (WGS 84).
 *
 * @param rings its outer rings, closed, as CAP 1.2 writes a {@code polygon}:
 * {@code lat,lon} pairs separated by blanks
 */
public record Outline(List<String> rings) {

	private static final int CLOSED = 4;

	private static final int CIRCLE_POINTS = 32;

	private static final double KM_PER_DEGREE = 111.32;

	public Outline {
		rings = List.copyOf(rings);
	}

	/**
	 * Whether a ring of another has something in common with it.
	 * @param ring in the form of {@link #rings}
	 * @throws IllegalArgumentException if it is none
	 */
	public boolean meets(String ring) {
		Area common = new Area();
		this.rings.forEach((own) -> common.add(area(own)));
		common.intersect(area(ring));
		return !common.isEmpty();
	}

	/**
	 * A CAP 1.2 {@code circle} as a ring.
	 * @param circle {@code lat,lon radius}, the radius in kilometres
	 * @throws IllegalArgumentException if it is none
	 */
	public static String ring(String circle) {
		String[] parts = circle.strip().split("\\s+");
		if (parts.length != 2) {
			throw new IllegalArgumentException("not of the form lat,lon radius: " + circle);
		}
		double[] centre = point(parts[0]);
		// A circle of no size is a point; it still lies somewhere.
		double up = Math.max(number(parts[1]), 0.001) / KM_PER_DEGREE;
		double across = up / Math.max(Math.cos(Math.toRadians(centre[0])), 0.01);
		List<String> points = new ArrayList<>();
		for (int i = 0; i <= CIRCLE_POINTS; i++) {
			double angle = 2 * Math.PI * (i % CIRCLE_POINTS) / CIRCLE_POINTS;
			points.add(String.format(Locale.ROOT, "%.6f,%.6f", centre[0] + up * Math.sin(angle),
					centre[1] + across * Math.cos(angle)));
		}
		return String.join(" ", points);
	}

	private static Area area(String ring) {
		String[] points = ring.strip().split("\\s+");
		if (points.length < CLOSED || !points[0].equals(points[points.length - 1])) {
			throw new IllegalArgumentException("a polygon is closed and has at least four points");
		}
		Path2D path = new Path2D.Double();
		for (int i = 0; i < points.length; i++) {
			double[] point = point(points[i]);
			if (i == 0) {
				path.moveTo(point[1], point[0]);
			}
			else {
				path.lineTo(point[1], point[0]);
			}
		}
		path.closePath();
		return new Area(path);
	}

	private static double[] point(String text) {
		String[] pair = text.split(",", -1);
		if (pair.length != 2) {
			throw new IllegalArgumentException("not of the form lat,lon: " + text);
		}
		double[] point = { number(pair[0]), number(pair[1]) };
		if (Math.abs(point[0]) > 90 || Math.abs(point[1]) > 360) {
			throw new IllegalArgumentException("no place on earth: " + text);
		}
		return point;
	}

	private static double number(String text) {
		double number = Double.parseDouble(text);
		if (!Double.isFinite(number)) {
			throw new IllegalArgumentException("not a number: " + text);
		}
		return number;
	}

}
