import { expect, test } from "vitest";
import { chiSquare } from "../../chance/chi-square.js";
import { distanceBetween, dkwDistance } from "../../chance/dkw.js";
import { fillNormal } from "../../chance/normal.js";
import { keyedStreams, type Streams } from "../../chance/streams.js";
import { exactly } from "../../numbers/testing/exactly.js";
import { dot } from "../dense-products.js";
import { type FarFrame, farFrame } from "./far-frame.js";

const streams = keyedStreams({ seed: "far-frame", sampler: "far-frame-test", parameters: {} });
const DRAWS = 12_000;
/** Two samples of one law are further apart with probability at most 1e-10. */
const THRESHOLD = 2 * dkwDistance(DRAWS, 0.5e-10);

/** The lead's entries: five active neurons, of which two come near, then one more. */
const LEAD = [0.1, -0.4, 0.7, 1.3, 2];
const LENGTH = Math.hypot(...LEAD);

/** Dot products and entries of the lead and of vectors drawn before and between, once all is drawn. */
type Seen = readonly number[];

/** What vectors in R^5 show: x is drawn at first, y when two neurons are near, and a third comes near at last. */
function statistics(lead: Float64Array, x: Float64Array, y: Float64Array, first: number): Seen {
  const at = (v: Float64Array, i: number) => v[first + i];
  return [
    dot(x, lead),
    dot(x, x),
    dot(x, y),
    dot(y, y),
    at(x, 0),
    at(x, 1) * at(y, 1),
    at(x, 2),
    at(x, 2) * at(x, 0),
    at(y, 2) * at(x, 2),
    dot(x, x) - at(x, 0) ** 2 - at(x, 1) ** 2 - at(x, 2) ** 2,
    dot(x, lead) - at(x, 0) * LEAD[0],
    dot(x, y) * at(y, 2),
  ];
}

function whole(random: Streams): Seen {
  const [x, y] = [new Float64Array(5), new Float64Array(5)];
  fillNormal(x, random("x"));
  fillNormal(y, random("y"));
  return statistics(Float64Array.from(LEAD), x, y, 0);
}

/** The same by a frame, perhaps with something wrong in it. */
function framed(random: Streams, spoil: (frame: FarFrame) => FarFrame = (frame) => frame): Seen {
  const frame = spoil(farFrame(5, 1, random("frame")));
  const lead = frame.hold(Float64Array.of(LENGTH, ...Array<number>(frame.capacity - 1).fill(0)));
  const x = frame.hold(frame.gaussian());
  const left = Math.hypot(...LEAD.slice(2));
  frame.bringNear(Float64Array.from([LEAD[0] / LENGTH, LEAD[1] / LENGTH]), left / LENGTH, 0);
  const y = frame.hold(frame.gaussian());
  frame.bringNear(Float64Array.of(LEAD[2] / left), Math.hypot(...LEAD.slice(3)) / left, 0);
  return statistics(lead.v, x.v, y.v, frame.capacity);
}

function samples(draw: (i: number) => Seen): Float64Array[] {
  const seen = Array.from({ length: DRAWS }, (_, i) => draw(i));
  return seen[0].map((_, j) => Float64Array.from(seen, (one) => one[j]));
}

const explicit = samples((i) => whole(streams(i)));
const furthest = (draw: (i: number) => Seen) =>
  Math.max(...samples(draw).map((sample, j) => distanceBetween(sample, explicit[j])));

test("vectors in a frame have the joint law of vectors, whenever neurons come near", () => {
  expect(furthest((i) => framed(streams(DRAWS + i)))).toBeLessThan(THRESHOLD);
});

/** A frame whose fresh vectors are changed as soon as they are drawn. */
const withGaussian = (change: (v: Float64Array, frame: FarFrame, random: Streams) => void) => (i: number) => {
  const random = streams(DRAWS + i);
  return framed(random, (frame) => {
    const { gaussian } = frame;
    frame.gaussian = () => {
      const v = gaussian();
      change(v, frame, random);
      return v;
    };
    return frame;
  });
};

test.each<[string, (i: number) => Seen]>([
  [
    "without the direction that opens",
    withGaussian((v, { capacity }) => {
      v.fill(0, 1, capacity);
    }),
  ],
  [
    "with a degree of freedom too few in it",
    withGaussian((v, { capacity, far }, random) => {
      const last = v.subarray(0, capacity).findLastIndex((t) => t !== 0);
      v[last] = Math.sqrt(chiSquare(Math.max(0, far - last - 1), random("few")));
    }),
  ],
  [
    "with nothing along the lead",
    withGaussian((v) => {
      v[0] = 0;
    }),
  ],
  [
    "when what is left of the lead is forgotten",
    (i) =>
      framed(streams(DRAWS + i), (frame) => {
        const { bringNear } = frame;
        frame.bringNear = (lead, _, inactive) => bringNear(lead, 0, inactive);
        return frame;
      }),
  ],
])("and not %s", (_, draw) => {
  expect(furthest(draw)).toBeGreaterThan(THRESHOLD);
});

test("dot products stay, whatever comes near and however many vectors there are", () => {
  const bits = streams(1)("bits");
  const frame = farFrame(40, 1, bits);
  const z = Float64Array.from({ length: 40 }, (_, i) => (i + 1) / 40);
  let squares = dot(z, z);
  const held = [frame.hold(Float64Array.of(Math.sqrt(squares), ...Array<number>(frame.capacity - 1).fill(0)))];
  const products = () => held.flatMap(({ v }) => held.map((other) => dot(v, other.v)));
  let from = 0;
  for (const come of [1, 3, 0, 20, 16]) {
    for (let i = 0; i < 4; i++) held.push(frame.hold(frame.gaussian()));
    const before = products();
    const lead = z.slice(from, from + come).map((t) => t / Math.sqrt(squares));
    from += come;
    const left = dot(z.slice(from), z.slice(from));
    frame.bringNear(lead, Math.sqrt(left / squares), come % 2);
    squares = left;
    for (const [i, product] of products().entries()) expect(Math.abs(product - before[i])).toBeLessThan(1e-11);
  }
  expect(frame.far).toBe(0);
});

// Pinned to the last bit: a draw that changes must be seen.
test("frames of all sizes, to the last bit: what comes near leaves the far ones", () => {
  const rows: string[] = [];
  for (const [far, used] of [
    [0, 1],
    [1, 1],
    [4, 2],
    [30, 1],
    [1e6, 2],
  ]) {
    const random = keyedStreams({ seed: "frame", sampler: "pinned", parameters: { far } })(0);
    const frame = farFrame(far, used, random("frame"));
    const lead = new Float64Array(frame.capacity);
    if (far > 0) lead[0] = 1;
    const first = frame.hold(lead);
    const filled: number[] = [];
    const more = Array.from({ length: 9 }, (_, i) =>
      frame.hold(frame.gaussian(), (out) => {
        filled.push(out.length);
        out.fill(i);
      }),
    );
    const come = Math.min(2, far);
    const entries = Float64Array.from({ length: come }, (_, i) => (far <= 2 ? 1 / Math.sqrt(far) : 0.1 * (i + 1)));
    const left = Math.sqrt(Math.max(0, 1 - dot(entries, entries)));
    const place = frame.bringNear(entries, left, 3);
    const place2 = frame.bringNear(new Float64Array(0), left, 1);
    rows.push(
      `${far} ${used}: ${exactly({ place, place2, near: frame.near, capacity: frame.capacity, left: frame.far })}`,
    );
    rows.push(exactly([first.v, ...more.map((one) => one.v), frame.gaussian(), filled]));
    expect([frame.near, frame.far]).toEqual([come + 4, far - come]);
    expect(first.v).toHaveLength(frame.capacity + frame.near);
    if (far > 0) expect(Math.hypot(...first.v)).toBeCloseTo(1, 12);
  }
  expect(rows).toMatchSnapshot();
});
