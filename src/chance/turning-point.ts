const halfway = (a: number, b: number) => a + (b - a) / 2;

/**
 * Neighbouring doubles between which `holds` turns from true (on the side of `inside`) to false: the latter.
 *
 * @param between a number between two others, at which to look next: halfway unless given.
 */
export function turningPoint(
  inside: number,
  outside: number,
  holds: (x: number) => boolean,
  between: (a: number, b: number) => number = halfway,
): number {
  let [yes, no] = [inside, outside];
  for (;;) {
    const middle = between(yes, no);
    if (middle === yes || middle === no) return no;
    if (holds(middle)) yes = middle;
    else no = middle;
  }
}
