/** Least squares through points: the slope, its standard error, and the mean height. Without a spread of x the slope is 0. */
export function straightLine(points) {
  const mean = (of) => points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const [x, y] = [mean((point) => point.x), mean((point) => point.y)];
  const spread = points.reduce((sum, point) => sum + (point.x - x) ** 2, 0);
  if (spread === 0) return { slope: 0, error: 0, mean: y };
  const slope = points.reduce((sum, point) => sum + (point.x - x) * (point.y - y), 0) / spread;
  const rest = points.reduce((sum, point) => sum + (point.y - y - slope * (point.x - x)) ** 2, 0);
  const error = points.length > 2 ? Math.sqrt(rest / (points.length - 2) / spread) : 0;
  return { slope, error, mean: y };
}
