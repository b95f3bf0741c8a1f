import { expect, test } from "vitest";

import { kept } from "./kept.js";

test("kept makes each value once, until so many others of the same owner were asked for since", () => {
  const made: string[] = [];
  const [one, two] = [{ name: "one" }, { name: "two" }];
  const value = kept(({ name }: { readonly name: string }, ...key: readonly number[]) => {
    made.push(`${name} ${key.join(",")}`);
    return made.length;
  }, 2);
  expect([value(one, 1), value(two, 1), value(one, 2), value(one, 1)]).toEqual([1, 2, 3, 1]);
  // 2 is the one not asked for longest.
  expect([value(one, 3), value(one, 1), value(one, 2), value(two, 1)]).toEqual([4, 1, 5, 2]);
  expect(made).toEqual(["one 1", "two 1", "one 2", "one 3", "one 2"]);
});

test("kept keeps four keys unless told, and makes what is undefined once", () => {
  let made = 0;
  const owner = {};
  const value = kept((_: object, key: number) => {
    made++;
    return key > 9 ? undefined : key;
  });
  for (const key of [1, 2, 3, 10, 1, 2, 3, 10]) value(owner, key);
  expect(made).toBe(4);
  for (const key of [5, 1]) value(owner, key);
  expect(made).toBe(6);
  expect([value(owner, 1, 2), value(owner, 12)]).toEqual([1, undefined]);
});
