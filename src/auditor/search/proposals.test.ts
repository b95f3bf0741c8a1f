import { describe, expect, test } from "vitest";
import type { Value } from "../domain.js";
import { integers, oneOf, positiveReals, text } from "../domains.js";
import { gamma } from "../gamma.js";
import { type AnyParameter, parameter } from "../parameter.js";
import type { Axis } from "./axis.js";
import { deckOf } from "./deck.js";
import { domainAxis } from "./domain-axis.js";
import { noElites } from "./elites.js";
import { familyAxis } from "./family-axis.js";
import { listedAxis } from "./listed-axis.js";
import { cellOf, type Place } from "./place.js";
import type { Probe } from "./probe.js";
import { proposals } from "./proposals.js";
import { m, n } from "./testing/plant-parts.js";
import { seededDice, times } from "./testing/seeded-dice.js";
import { x } from "./testing/tied-plants.js";

const found = (place: Place, changes: Partial<Probe> = {}): Probe => ({
  cell: Object.fromEntries(
    Object.entries(cellOf(place)).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  ),
  status: "judged",
  excess: -1,
  sure: false,
  computed: true,
  held: 1,
  holding: [],
  failing: [],
  failure: null,
  ...changes,
});

const thing = parameter({ name: "thing", domain: text("a thing") });
const word = parameter({ name: "word", domain: oneOf("a", "b", "c") });
const few = parameter({ name: "few", domain: integers(1, 4) });
const things = familyAxis(["one", "two", "three"], [{ name: "f", free: [positiveReals()], member: (a) => `f ${a}` }]);

const axesOf = (parameters: readonly AnyParameter[]): Record<string, Axis> =>
  Object.fromEntries(
    parameters.map((one) => [one.name, one === thing ? things : (domainAxis(one.domain) ?? listedAxis(["?"], false))]),
  );

/** So many places one after another, with what is found at them. */
function proposed(
  parameters: readonly AnyParameter[],
  count: number,
  find: (place: Place, i: number) => Probe,
  start: readonly Place[] = [],
) {
  const places = proposals(parameters, axesOf(parameters), seededDice("proposals"), start);
  const seen: string[] = [];
  for (let i = 0; i < count; i++) {
    const place = places.next();
    if (!place) {
      seen.push("none");
      break;
    }
    seen.push([...Object.values(cellOf(place)), place.raise].join(" "));
    places.learn(place, find(place, i));
  }
  return seen;
}

/** Some of them, which is what all that came before leads to. */
const some = (seen: readonly string[]) => seen.filter((_, i) => i < 24 || i % 9 === 0);
const numberOf = (place: Place, name: string) => Number(place.spots[name].value);

// Pinned to the last bit: a search is the sequence of places that it looks at.
describe("where a search looks", () => {
  test("first small sizes and corners, then near to what comes nearest to a failure", () => {
    const near = proposed([n, m, gamma], 400, (place) =>
      found(place, {
        excess: -Math.abs(Math.log(numberOf(place, "n") / 1e5)) - Math.abs(Math.log(numberOf(place, "gamma") / 0.02)),
      }),
    );
    expect(some(near)).toMatchSnapshot();
    const closest = near.filter((one) => Number(one.split(" ")[0]) > 5e4 && Number(one.split(" ")[0]) < 2e5);
    expect(closest.length).toBeGreaterThan(60);
  });

  test("along what hypotheses hold, until something can be judged", () => {
    const outside = proposed([n, x], 260, (place) => {
      const off = Math.abs(Math.log(numberOf(place, "x") ** 2 / numberOf(place, "n")));
      return off < 1
        ? found(place, { excess: -off, computed: false })
        : found(place, {
            status: "outside",
            excess: -Infinity,
            held: 1 / (1 + off),
            holding: off < 2 ? [0] : [],
            failing: off < 2 ? [] : [0],
          });
    });
    expect(some(outside)).toMatchSnapshot();
  });

  test("at things that are dear, of which few are in play", () => {
    const dear = proposed([thing, n], 260, (place, i) => {
      const value = String(place.spots.thing.value);
      return found(place, {
        excess: -value.length / (1 + (i % 3)),
        status: i % 7 === 0 ? "outside" : "judged",
        holding: i % 5 === 0 ? [1] : [],
      });
    });
    expect(some(dear)).toMatchSnapshot();
  });

  test("where raising took its numbers, and not its things", () => {
    const raised = proposed([thing, n], 60, (place) =>
      found(place, { cell: { thing: "raised", n: 77 }, excess: numberOf(place, "n") }),
    );
    expect(some(raised)).toMatchSnapshot();
    expect(raised.join()).not.toContain("raised");
    expect(raised.filter((one) => / 7[5-9] /.test(one)).length).toBeGreaterThan(1);
  });

  test("at what it is given, before all else", () => {
    const start = [3, 5, 3].map((value): Place => ({ spots: { n: { value }, m: { value: 2 } }, raise: "none" }));
    const given = proposed([n, m], 4, (place) => found(place), start);
    expect(given.slice(0, 3)).toEqual(["3 2 none", "5 2 none", "3 2 none"]);
  });

  test("at each of a few cells once, and then nowhere", () => {
    const all = proposed([few, word], 500, (place) => found(place));
    expect(all.at(-1)).toBe("none");
    expect(new Set(all.map((one) => one.split(" ").slice(0, 2).join(" "))).size).toBe(13);
    expect(new Set(all).size).toBe(all.length);
    // Where draws look, they may look again.
    const drawn = proposed([few, word], 120, (place) => found(place, { computed: false }));
    expect(drawn).toHaveLength(120);
    expect(new Set(drawn).size).toBeLessThan(40);
    expect([some(all), drawn.slice(-12)]).toMatchSnapshot();
  });

  test("with one parameter alone, and with a fixed one", () => {
    expect(
      some(
        proposed([n], 90, (place) =>
          found(place, { status: "beyond", excess: -numberOf(place, "n"), computed: false }),
        ),
      ),
    ).toMatchSnapshot();
    expect(
      some(proposed([word, parameter({ name: "one", domain: oneOf("only") })], 9, (place) => found(place))),
    ).toMatchSnapshot();
  });
});

describe("a deck of dear values", () => {
  const corners = ["one", "two", "three"].map((value) => ({ value }));
  const hands = (
    learn: (deck: ReturnType<typeof deckOf>, dice: ReturnType<typeof seededDice>) => void,
    count = 60,
    fresh = false,
  ) => {
    const [deck, dice] = [deckOf(things), seededDice("deck")];
    learn(deck, dice);
    const counts = new Map<Value, number>();
    for (let i = 0; i < count; i++) {
      const { value } = deck.draw(fresh, dice);
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return [...counts].map(([value, times]) => `${value}: ${times}`).join(", ");
  };
  const outside = (holding: readonly number[]) => ({ status: "outside", holding }) as const;

  test("gives corners that were not given, then those with which something held", () => {
    expect({
      before: hands(() => undefined),
      given: hands((deck) => corners.map((spot) => deck.gave(spot))),
      judged: hands(
        (deck, dice) =>
          corners.map((spot, i) =>
            times(4, () => deck.learn(spot, { status: i === 1 ? "judged" : "outside", holding: [] }, dice)),
          ),
        300,
      ),
      once: hands((deck, dice) => corners.map((spot) => deck.learn(spot, outside([]), dice)), 300),
      alone: hands((deck, dice) => {
        for (const spot of corners) deck.gave(spot);
        for (const [i, spot] of corners.entries())
          times(3, () => deck.learn(spot, outside(i === 2 ? [0, 1] : [0]), dice));
      }, 300),
      fresh: hands((deck) => corners.map((spot) => deck.gave(spot)), 300, true),
    }).toMatchSnapshot();
  });

  test("has room for forty, and takes what can be judged even where it is full", () => {
    const [deck, dice] = [deckOf(things), seededDice("full")];
    for (const spot of corners) deck.gave(spot);
    const values = times(60, (i) => ({ value: `f ${i}` }));
    for (const spot of values) deck.learn(spot, { status: "beyond", holding: [] }, dice);
    const drawn = () => new Set(times(2000, () => deck.draw(false, dice).value));
    expect([...drawn()].map(String).toSorted()).toEqual(
      values
        .slice(0, 40)
        .map(({ value }) => value)
        .toSorted(),
    );
    deck.learn({ value: "judged" }, { status: "judged", holding: [] }, dice);
    const after = drawn();
    expect([after.size, after.has("judged")]).toEqual([40, true]);
  });
});

describe("the best cells so far", () => {
  const at = (k: number, share: number): Place => ({
    spots: { k: { value: k }, gamma: { value: share } },
    raise: "none",
  });
  const shown = ({ spots }: Place) => `${spots.k.value} ${spots.gamma.value}`;
  const picks = (elites: ReturnType<typeof noElites>) => {
    const counts = new Map<string, number>();
    for (let i = 0; i < 200; i++) {
      const one = shown(elites.pick());
      counts.set(one, (counts.get(one) ?? 0) + 1);
    }
    return [...counts]
      .toSorted(([a], [b]) => a.localeCompare(b, "en", { numeric: true }))
      .map(([one, count]) => `${one}: ${count}`);
  };

  test("are twelve of a regime, four that share what is dear, and start anew after long", () => {
    const elites = noElites(seededDice("elites"));
    expect([elites.some, elites.judged]).toEqual([false, false]);
    elites.learn(at(0, 0.5), "a", found(at(0, 0.5), { excess: NaN }));
    elites.learn(at(0, 0.5), "a", found(at(0, 0.5), { status: "failed" }));
    elites.learn(at(0, 0.5), "a", found(at(0, 0.5), { status: "overlong" }));
    expect(elites.some).toBe(false);
    for (let i = 1; i <= 30; i++)
      elites.learn(at(i, 0.5), i % 2 === 0 ? "a" : `b${i}`, found(at(i, 0.5), { excess: -((i * 7) % 31) }));
    const many = picks(elites);
    for (const share of [1e-3, 9.9e-4, 0.9, 0.901])
      elites.learn(at(99, share), "c", found(at(99, share), { excess: -50 }));
    const regimes = picks(elites);
    // The latest before others as good, and a place once.
    elites.learn(at(31, 0.5), "d", found(at(31, 0.5), { excess: -1 }));
    elites.learn(at(31, 0.5), "d", found(at(31, 0.5), { excess: -2 }));
    const again = picks(elites);
    expect({ many, regimes, again, any: times(12, () => shown(elites.any())).join(", ") }).toMatchSnapshot();
    for (let i = 0; i < 400; i++) elites.learn(at(500 + i, 0.5), "e", found(at(500 + i, 0.5), { excess: -1000 }));
    expect(picks(elites)).toMatchSnapshot();
  });

  test("of cells that cannot be judged, some are kept when it starts anew", () => {
    const elites = noElites(seededDice("scarce"));
    for (let i = 0; i < 402; i++)
      elites.learn(
        at(i, 0.5),
        "",
        found(at(i, 0.5), { status: "outside", held: i === 3 ? 0.9 : 0.1, excess: -Infinity }),
      );
    const kept = picks(elites);
    elites.learn(at(1000, 0.5), "", found(at(1000, 0.5), { status: "beyond", excess: -9 }));
    expect({ kept, beyond: picks(elites), judged: elites.judged }).toMatchSnapshot();
    elites.learn(at(1001, 0.5), "", found(at(1001, 0.5), { excess: -1e5 }));
    expect([elites.judged, picks(elites)]).toEqual([true, ["1001 0.5: 200"]]);
  });
});
