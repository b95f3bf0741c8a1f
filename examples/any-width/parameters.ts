import { integers, openInterval, parameter, positiveReals, text } from "lemmacheck";
import { readWidths, widthsText } from "./shared/read-widths.js";

const LIST = "widths of hidden layers from the first on, as 1000-50-1000 or 256x12";

/** k_1, …, k_L: a list in one text, which stands for an array of numbers. */
export const widths = parameter({
  name: "widths",
  symbol: "k",
  about: LIST,
  domain: text(LIST),
  resolution: {
    resolve: (value: string) => readWidths(value),
    valueOf: widthsText,
    known: () => ["1000-1000", "1000-50-1000", "50-1000", "1000-50"],
    admit: (entry: unknown) => readWidths(String(entry)),
    about: () => ({ expression: null, provenance: null }),
    random: {
      probe: "8-2-8",
      arbitrary: (check) => {
        const width = check.oneof(check.integer({ min: 1, max: 8 }), check.integer({ min: 1, max: 3000 }));
        return check.array(width, { minLength: 1, maxLength: 4 }).map(widthsText);
      },
    },
    families: [
      {
        name: "equal widths",
        free: [integers(1, 1e4), integers(1, 64)],
        member: (width, layers) => `${width}x${layers}`,
      },
      {
        name: "a bottleneck",
        free: [integers(1, 1e4), integers(1, 1e4)],
        member: (outer, inner) => `${outer}-${inner}-${outer}`,
      },
    ],
  },
});

export const eps = parameter({ name: "eps", symbol: "ε", about: "a relative deviation", domain: openInterval(0, 1) });

export const step = parameter({
  name: "step",
  symbol: "s",
  about: "the step s of x′ = x − s∇f(x)",
  domain: positiveReals(),
});

export const n = parameter({
  name: "n",
  about: "how many networks a sample has",
  domain: integers(1, 1e5),
  usual: integers(10, 200),
});
