import { expect, test } from "vitest";
import { earliest, eventHeap, postpone } from "./event-heap.js";

test("events come in the order of their times, as sorting has them, also when they are postponed", () => {
  for (const n of [0, 1, 2, 3, 4, 7, 8, 50]) {
    const times = Float64Array.from({ length: n }, (_, i) =>
      i % 5 === 4 ? Infinity : Math.abs(Math.sin(3 + 7 * i)) * 10,
    );
    for (const limit of [5, 20, Infinity]) {
      const own = times.slice();
      const heap = eventHeap(own, limit);
      const expected = [...times.keys()].filter((i) => times[i] < limit);
      expect([...heap.order].toSorted((i, j) => i - j)).toEqual(expected);
      expect(heap.times).toBe(own);
      const pending = new Map(expected.map((i) => [i, times[i]]));
      for (let step = 0; step < 3 * n + 3; step++) {
        const found = earliest(heap);
        const least = Math.min(Infinity, ...pending.values());
        if (least === Infinity) {
          expect(found).toBe(-1);
          break;
        }
        expect(own[found]).toBe(least);
        // One of three events is the last of its item.
        const next = step % 3 === 2 ? Infinity : least + Math.abs(Math.cos(step)) * 4;
        postpone(heap, next);
        pending.set(found, next);
        expect(own[found]).toBe(next);
      }
    }
  }
});

test("of equal times the first item in the heap stays in front, and an event at the limit is none", () => {
  const heap = eventHeap(Float64Array.of(2, 1, 1, 3), 3);
  expect([...heap.order]).toEqual([1, 0, 2]);
  postpone(heap, 2);
  expect([...heap.order]).toEqual([2, 0, 1]);
  postpone(heap, 1.5);
  expect(earliest(heap)).toBe(2);
});
