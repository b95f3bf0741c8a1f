import { describe, expect, test } from "vitest";
import { exactly } from "../testing/exactly.js";
import { normal, rectified, uniform } from "../testing/variables.js";
import { gaussianCumulants } from "./gaussian-cumulants.js";
import type { GaussianVariable } from "./gaussian-variable.js";
import { tiltedBoxes, tiltedError, tiltedNodes } from "./tilted-nodes.js";

const half: GaussianVariable = { ...rectified, signed: false };
const HALF_MEAN = 1 / Math.sqrt(2 * Math.PI);
const LAWS = {
  normal: gaussianCumulants(normal, 0, 0),
  uniform: gaussianCumulants(uniform, 0, 1e-14),
  half: gaussianCumulants(half, HALF_MEAN, 1e-15),
};

describe("cumulants", () => {
  test("of the normal law are c²/2, on a line −ω²/2 + icω, within what they state", () => {
    for (const c of [0.01, 0.7, 3, 20]) {
      const { value, slope } = LAWS.normal.real(c);
      expect(value).toBeGreaterThanOrEqual((c * c) / 2 - 1e-15 * c * c);
      expect(value).toBeLessThan((c * c) / 2 + 1e-10 * (1 + c));
      expect(slope / c).toBeCloseTo(1, 10);
      if (c === 20) continue;
      const { real, realError, logModulus, argument, relativeError } = LAWS.normal.line(c, 0.125, 17)!;
      expect(Math.abs(real - (c * c) / 2)).toBeLessThanOrEqual(realError + 1e-16 * c * c);
      for (let n = 0; n <= 16; n++) {
        const omega = n * 0.125;
        const turn = (argument[n] - c * omega) / (2 * Math.PI);
        const off = Math.hypot(logModulus[n] + 0.5 * omega * omega, 2 * Math.PI * (turn - Math.round(turn)));
        expect(off).toBeLessThanOrEqual(relativeError[n] + 1e-14);
      }
    }
  });

  test("of a uniform variable are log(sinh c/c), and log|sinh z/z| on a line", () => {
    const size = (x: number, y: number) =>
      0.5 * Math.log(Math.sinh(x) ** 2 + Math.sin(y) ** 2) - Math.log(Math.hypot(x, y));
    for (const c of [0.7, 5]) {
      expect(LAWS.uniform.real(c).value).toBeCloseTo(Math.log(Math.sinh(c) / c), 11);
      const { logModulus, relativeError } = LAWS.uniform.line(c, 0.5, 9)!;
      for (let n = 0; n <= 8; n++)
        expect(Math.abs(logModulus[n] - size(c, n * 0.5) + size(c, 0))).toBeLessThanOrEqual(relativeError[n] + 1e-13);
    }
  });

  test("a line of too many rotations is refused, and one that the quadrature does not resolve", () => {
    expect(LAWS.normal.line(1, 1e-3, 2 ** 20)).toBeNull();
    expect(LAWS.uniform.line(1e5, 1e5, 2)).toBeNull();
  });

  test("have the supremum that the variable has, less its mean", () => {
    expect([LAWS.normal.supremum, LAWS.uniform.supremum, LAWS.normal.edge]).toEqual([Infinity, 1, Infinity]);
    const moved = gaussianCumulants({ ...uniform, value: (z) => uniform.value(z) + 0.5, supremum: 1.5 }, 0.5, 0);
    expect(moved.supremum).toBe(1);
  });
});

// Pinned to the last bit: an error bound that changes must be seen.
test("cumulants, lines and envelopes to the last bit", () => {
  for (const [name, law] of Object.entries(LAWS)) {
    const lines = [1e-3, 0.3, 2, 9].map((c) => {
      const envelope = law.logEnvelope(c);
      const bounds = (c > 5 ? [] : [1e-3, 0.1, 2, 1e4]).flatMap((omega) =>
        [-Infinity, -0.5].map((enough) => envelope(omega, enough)),
      );
      return [c, law.real(c), law.line(c, 0.01, 3), law.line(c, 0.4, 150), bounds].map(exactly).join("\n  ");
    });
    expect([law.deviation, ...lines].join("\n"), name).toMatchSnapshot();
  }
});

// Pinned to the last bit: an error bound that changes must be seen.
test("nodes and boxes of tilted laws to the last bit", () => {
  const lines = [normal, uniform, half].flatMap((variable) =>
    [0, 0.5, 4].map((c) => {
      const { panels, noise, yError, logWeight } = tiltedNodes(variable, c, 3);
      const boxes = c > 0 ? tiltedBoxes(variable, c) : [];
      return [
        c,
        panels.length,
        panels.map(({ logLeft }) => logLeft),
        panels.map(({ error }) => error),
        panels.map(({ low, least, most }) => low + least + most),
        noise,
        yError,
        logWeight,
        [c, -c].flatMap((tilt) =>
          [-0.3, 0.4].map((logM) => tiltedError({ ...tiltedNodes(variable, c, 1) }, tilt, logM)),
        ),
        boxes.map(({ error }) => error),
      ]
        .map(exactly)
        .join("\n  ");
    }),
  );
  expect(lines.join("\n")).toMatchSnapshot();
});
