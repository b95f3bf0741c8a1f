/** An interval of decimal logarithms. */
export type Span = readonly [low: number, high: number];

/** A region of the plane of two decimal logarithms, by its intervals along some columns, ascending in x. */
export type Columns = readonly { readonly x: number; readonly spans: readonly Span[] }[];

/** The part of the plane that is looked at. */
export interface Window {
  readonly x: Span;
  readonly y: Span;
}

/** How often a bisection halves: columns of a map are seen at a thousandth of its side. */
const HALVINGS = 9;

/** Where along [low, high] what holds at one end and not at the other changes. */
function turningPoint(low: number, high: number, holds: (at: number) => boolean): number {
  const atLow = holds(low);
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2;
    if (holds(middle) === atLow) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

const steps = ([low, high]: Span, count: number) =>
  Array.from({ length: count + 1 }, (_, i) => low + ((high - low) * i) / count);

/** The intervals of one column: looked for at so many steps, their ends by bisection. */
function spansOf(x: number, range: Span, count: number, holds: (x: number, y: number) => boolean): Span[] {
  const ys = steps(range, count);
  const inside = ys.map((y) => holds(x, y));
  const spans: Span[] = [];
  let start: number | null = inside[0] ? range[0] : null;
  for (let i = 1; i < ys.length; i++) {
    if (inside[i] === inside[i - 1]) continue;
    const turn = turningPoint(ys[i - 1], ys[i], (y) => holds(x, y));
    if (inside[i]) start = turn;
    else if (start !== null) {
      spans.push([start, turn]);
      start = null;
    }
  }
  if (start !== null) spans.push([start, range[1]]);
  return spans;
}

/**
 * The region where something holds, as columns for a picture. What is narrower than a step of the grid may be missed.
 *
 * @param count steps of the grid along either side of the window.
 */
export function regionColumns(window: Window, count: number, holds: (x: number, y: number) => boolean): Columns {
  const column = (x: number) => ({ x, spans: spansOf(x, window.y, count, holds) });
  const columns = steps(window.x, count).map(column);
  return columns.flatMap((own, i) => {
    const before = columns[i - 1];
    if (!before || before.spans.length === own.spans.length) return [own];
    // Where the number of intervals changes, the last column of either kind stands close to the other.
    const like = (x: number) => column(x).spans.length === before.spans.length;
    let [low, high] = [before.x, own.x];
    for (let k = 0; k < HALVINGS; k++) {
      const middle = (low + high) / 2;
      if (like(middle)) low = middle;
      else high = middle;
    }
    return [...(low > before.x ? [column(low)] : []), ...(high < own.x ? [column(high)] : []), own];
  });
}
