import { describe, expect, test } from "vitest";
import { judgeShare } from "./judge-share.js";
import { logEvidenceAbove, logEvidenceBelow } from "./sequential-test.js";

const DRAWS = 400;
const counts = Array.from({ length: DRAWS + 1 }, (_, failures) => ({ failures, draws: DRAWS }));
const LEVELS = [0.1, 1e-4, 1e-10];

describe("counts", () => {
  test.each(LEVELS)("refute, support or leave open a share by the evidence either way, at %d", (alpha) => {
    const verdicts = counts.map((seen) => judgeShare(seen, { gamma: 0.3 }, alpha));
    const expected = counts.map((seen) => {
      if (Math.exp(logEvidenceAbove(seen, 0.3)) >= 1 / alpha) return "refuted";
      return Math.exp(logEvidenceBelow(seen, 0.3)) >= 1 / alpha ? "supported" : "inconclusive";
    });
    expect(verdicts).toEqual(expected);
    expect(new Set(verdicts)).toEqual(new Set(["refuted", "supported", "inconclusive"]));
  });

  test("that cannot be told are failures against support, and none against the claim", () => {
    const few = { failures: 10, draws: DRAWS };
    expect(judgeShare(few, { gamma: 0.1 }, 0.01)).toBe("supported");
    for (const unresolved of [1, 10, 100, 390])
      expect(judgeShare({ ...few, unresolved }, { gamma: 0.1 }, 0.01)).toBe(
        judgeShare({ ...few, failures: 10 + unresolved }, { gamma: 0.1 }, 0.01).replace("refuted", "inconclusive"),
      );
    expect(judgeShare({ failures: 200, draws: DRAWS, unresolved: 200 }, { gamma: 0.1 }, 0.01)).toBe("refuted");
    // Were they taken off, there would be fewer than none.
    expect(judgeShare({ failures: 0, draws: DRAWS, unresolved: 400 }, { gamma: 0.1 }, 0.01)).toBe("inconclusive");
  });

  test("support what is to be ruled out, where that is less; nothing where it is nothing", () => {
    const none = { failures: 0, draws: DRAWS };
    expect(judgeShare(none, { gamma: 0.1, supportable: 0.05 }, 1e-4)).toBe("supported");
    expect(judgeShare(none, { gamma: 0.1, supportable: 0.001 }, 1e-4)).toBe("inconclusive");
    for (const supportable of [0, -0.5]) {
      expect(judgeShare(none, { gamma: 0.1, supportable }, 1e-4)).toBe("inconclusive");
      expect(judgeShare({ failures: 300, draws: DRAWS }, { gamma: 0.1, supportable }, 1e-4)).toBe("refuted");
    }
  });

  test("that are none are refused", () => {
    expect(() => judgeShare({ failures: 5, draws: 4 }, { gamma: 0.1 }, 0.1)).toThrow(
      "failures is 5; it must be an integer from 0 to draws, here 4",
    );
    expect(() => judgeShare({ failures: 0, draws: 4 }, { gamma: 1 }, 0.1)).toThrow("gamma is 1; it must be in (0, 1)");
  });
});
