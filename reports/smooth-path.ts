/** A smooth curve along the points that a layout gives: straight at its ends, through the middles between. */
export function smoothPath(points: readonly (readonly [x: number, y: number])[]): string {
  const at = ([x, y]: readonly [number, number]) => `${x.toFixed(1)} ${y.toFixed(1)}`;
  if (points.length < 3) return points.map((point, i) => `${i === 0 ? "M" : "L"}${at(point)}`).join("");
  const middle = (a: readonly [number, number], b: readonly [number, number]) =>
    [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2] as const;
  const inner = points.slice(1, -1);
  const curves = inner.map(
    (point, i) =>
      `Q${at(point)} ${at(i === inner.length - 1 ? points[points.length - 1] : middle(point, points[i + 2]))}`,
  );
  return `M${at(points[0])}${curves.join("")}`;
}
