import { expect, test } from "vitest";
import { activationFamilies } from "./activation-families.js";

test("every family by name, with its plainest member, a narrow one to the left and one to the right", () => {
  const shown = activationFamilies.map(({ name, free, member }) => {
    const members = [
      [1, 0],
      [0.5, -2],
      [3, 1.5],
    ].map((numbers) =>
      member(...(free.length === 1 ? [numbers[name === "corner" || name === "step" ? 1 : 0]] : numbers)),
    );
    return `${name}, ${free.length} free: ${members.join(" | ")}`;
  });
  expect(shown).toMatchSnapshot();
});
