const MOST_LAYERS = 1000;
const PART = /^(\d+(?:e\d+)?)(?:x(\d+))?$/i;

/**
 * Widths of hidden layers from a text: numbers with a hyphen between, 256x12 for 256 twelve times.
 *
 * @throws RangeError if it is none, a width is no integer in [1, 2^53], or there are more than 1000 layers.
 * @example readWidths("100-20x2-100") // [100, 20, 20, 100]
 */
export function readWidths(value: string): readonly number[] {
  const refuse = () =>
    new RangeError(
      `widths is ${JSON.stringify(value)}; it must be up to ${MOST_LAYERS} integers in [1, 2^53], as 1000-50-1000 or 256x12`,
    );
  const found: number[] = [];
  for (const part of value.split("-")) {
    const match = PART.exec(part.trim());
    const width = Number(match?.[1] ?? Number.NaN);
    const times = Number(match?.[2] ?? 1);
    if (!(Number.isInteger(width) && width >= 1 && width <= 2 ** 53 && times >= 1)) throw refuse();
    if (found.length + times > MOST_LAYERS) throw refuse();
    for (let i = 0; i < times; i++) found.push(width);
  }
  return found;
}

/** The one text by which cells and draws know widths: equal ones that follow each other are counted. */
export function widthsText(widths: readonly number[]): string {
  const runs: { readonly width: number; times: number }[] = [];
  for (const width of widths) {
    const last = runs.at(-1);
    if (last?.width === width) last.times++;
    else runs.push({ width, times: 1 });
  }
  return runs.map(({ width, times }) => (times > 1 ? `${width}x${times}` : String(width))).join("-");
}
