import type { Axis, Spot } from "./axis.js";

/** So many places are few. */
const FEW = 4096;

/** Each combination of what axes have, one after another; null where they are not few. */
export function everyPlace(
  axes: Readonly<Record<string, Axis>>,
): Iterator<Readonly<Record<string, Spot>>, undefined> | null {
  const lists = Object.entries(axes).map(([name, { all }]) => ({ name, all }));
  const count = lists.reduce((product, { all }) => product * (all?.length ?? Infinity), 1);
  if (!(count <= FEW)) return null;
  return (function* () {
    for (let i = 0; i < count; i++) {
      let rest = i;
      yield Object.fromEntries(
        lists.map(({ name, all = [] }) => {
          const spot = all[rest % all.length];
          rest = Math.floor(rest / all.length);
          return [name, spot];
        }),
      );
    }
    return undefined;
  })();
}
