import { expect, test } from "vitest";
import { closedInterval, either, integers, oneOf, openInterval, realsFrom, restricted, text } from "./domains.js";
import { nearestMember } from "./nearest-member.js";

const even = restricted(integers(3, 101), "that is even", (n) => n % 2 === 0);

test.each([
  { domain: integers(2, 100), from: 6.5, up: 7, down: 6 },
  { domain: integers(2, 100), from: 0, up: 2, down: undefined },
  { domain: integers(2, 100), from: 1e9, up: undefined, down: 100 },
  { domain: even, from: 7, up: 8, down: 6 },
  { domain: even, from: 101, up: undefined, down: 100 },
  { domain: even, from: -1, up: 4, down: undefined },
  { domain: restricted(even, "below 50", (n) => n < 50), from: 49, up: undefined, down: 48 },
  { domain: oneOf(8, 2, 32), from: 3, up: 8, down: 2 },
  { domain: restricted(oneOf(8, 2, 32), "other than 8", (n) => n !== 8), from: 3, up: 32, down: 2 },
  { domain: either(integers(1, 10), oneOf(100, 1000)), from: 50, up: 100, down: 10 },
  { domain: closedInterval(0, 1), from: 3, up: undefined, down: 1 },
  { domain: closedInterval(0, 1), from: 0.25, up: 0.25, down: 0.25 },
  { domain: openInterval(0, 1), from: 3, up: undefined, down: undefined },
  { domain: restricted(realsFrom(0), "that is whole", Number.isInteger), from: 2.5, up: 3, down: 2 },
  {
    domain: restricted(integers(1, 2 ** 53), "beyond 2^40", (n) => n > 2 ** 40),
    from: 1,
    up: undefined,
    down: undefined,
  },
  { domain: text(), from: 1, up: undefined, down: undefined },
])("next to $from, $domain.mustBe: $up above, $down below", ({ domain, from, up, down }) => {
  expect(nearestMember(domain, from, 1)).toBe(up);
  expect(nearestMember(domain, from, -1)).toBe(down);
});
