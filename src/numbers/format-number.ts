/** A number for people: four significant digits, no exponent from 1e-3 up to 1e6; an em dash for null. */
export function formatNumber(x: number | null): string {
  if (x === null) return "—";
  const size = Math.abs(x);
  if (x === 0 || (Number.isInteger(x) && size < 1e6)) return String(x);
  if (size >= 1e6 || size < 1e-3) return Number(x.toPrecision(4)).toExponential().replace("e+", "e");
  return String(Number(x.toPrecision(4)));
}
