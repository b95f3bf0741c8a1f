import type { ClaimRegion, ClaimRegionRole } from "../src/auditor/claim-map.js";
import { wrapped } from "./plot.js";
import { boundsOf, type Point } from "./region-bounds.js";

const SHORT: Readonly<Partial<Record<ClaimRegionRole, string>>> = {
  printed: "the paper’s hypotheses",
  proof: "the paper’s proof",
  repaired: "repaired",
  experiments: "experiments",
  practice: "practice",
};

/** Which is named first where there is little room. */
const NAMED: readonly ClaimRegionRole[] = [
  "experiments",
  "printed",
  "proof",
  "repaired",
  "practice",
  "sharper",
  "informative",
];

/** Lines of text: where the first begins, how wide the longest is, how many there are. */
interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly lines: number;
}

const [LETTER, LINE] = [7.3, 15];
const [ABOVE, BELOW] = [12, 4];
/** How far a mark reaches. */
const MARK = 6;

const bottomOf = ({ y, lines }: Box) => y + BELOW + LINE * (lines - 1);

const meet = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y - ABOVE < bottomOf(b) + 1 && b.y - ABOVE < bottomOf(a) + 1;

/** Where a decimal logarithm is drawn. */
type Scale = (log: number) => number;

/** Where names have room, and what they ought not to cover. */
interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly marks: readonly Point[];
}

/** Whether a line of text lies in a region: both its ends do. */
function liesIn({ columns }: ClaimRegion, { x: left, y: base, width }: Box, x: Scale, y: Scale): boolean {
  const holds = (at: number) => {
    const column = columns.findLast((own) => x(own.x) <= at);
    return column?.spans.some(([low, high]) => y(low) >= base - ABOVE / 2 && y(high) <= base - ABOVE / 2) ?? false;
  };
  return holds(left) && holds(left + width);
}

/** Names in the picture itself: each at the first place of a few where it covers no other, and no mark if that can be. */
export function regionNames(regions: readonly ClaimRegion[], x: Scale, y: Scale, frame: Frame): string {
  const taken: Box[] = [];
  const marks = frame.marks.map(([atX, atY]): Box => ({ x: atX - MARK, y: atY + MARK, width: 2 * MARK, lines: 1 }));
  const done = new Set<ClaimRegionRole>();
  const named = regions
    .toSorted((a, b) => NAMED.indexOf(a.role) - NAMED.indexOf(b.role))
    .flatMap((region) => {
      const text = SHORT[region.role];
      const box = boundsOf(region);
      // A region that is hardly seen is named in the legend alone.
      if (
        text === undefined ||
        box === null ||
        done.has(region.role) ||
        (region.role === "proof" && done.has("printed"))
      )
        return [];
      const [from, to] = [x(box.x[0]), Math.min(frame.right, x(box.x[1]))];
      if (to - from < 14) return [];
      done.add(region.role);
      const top = Math.max(frame.top, y(box.y[1]));
      const floor = Math.min(frame.bottom, y(box.y[0]));
      // On a line, or on two; over the region where it has no room for either.
      const [whole, halves] = [text.length, Math.ceil(text.length * 0.6)].map((most) => {
        const texts = wrapped(text, most);
        return { texts, lines: texts.length, width: Math.max(...texts.map(({ length }) => length)) * LETTER };
      });
      const left = from + 7;
      const inside = [whole, halves].flatMap((own) => {
        const low = floor - 8 - LINE * (own.lines - 1);
        return [
          { ...own, x: left, y: low },
          { ...own, x: left, y: top + 16 },
          { ...own, x: left, y: low - 18 },
          { ...own, x: left + 40, y: low - 60 },
          { ...own, x: frame.right - own.width - 12, y: low },
        ].filter((place) => liesIn(region, place, x, y));
      });
      const places = [...inside, { ...whole, x: left, y: top - 7 }];
      const fits = places.filter(
        (own) =>
          own.x + own.width < frame.right &&
          own.y > frame.top + 12 &&
          bottomOf(own) < frame.bottom &&
          !taken.some((other) => meet(other, own)),
      );
      const place = fits.find((own) => !marks.some((mark) => meet(mark, own))) ?? fits.at(0);
      if (!place) return [];
      taken.push(place);
      const texts = place.texts.map((line, i) =>
        i === 0 ? line : `<tspan x="${place.x.toFixed(1)}" dy="${LINE}">${line}</tspan>`,
      );
      return [
        `<text class="name ${region.role}" x="${place.x.toFixed(1)}" y="${place.y.toFixed(1)}">${texts.join("")}</text>`,
      ];
    });
  return named.join("");
}
