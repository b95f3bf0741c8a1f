import type { Claim, ClaimOf, Kind } from "./claim.js";

/** The members of a kind that not all kinds have. */
type Own<K extends Kind> = Exclude<keyof ClaimOf<K>, keyof Claim>;

/** What the auditor treats differently from kind to kind, beside how it is judged. */
interface KindFacts<K extends Kind> {
  readonly relations: readonly ClaimOf<K>["relation"][];
  readonly members: Readonly<Record<Own<K>, true>>;
  /** Whether the bound against the observed quantile says how much room there is. */
  readonly slack: boolean;
  /** Whether the bound is one of the observed quantity, so that there is a size from which it says something. */
  readonly frontier: boolean;
}

/** Every kind of claim. */
export const KINDS: { readonly [K in Kind]: KindFacts<K> } = {
  whp: {
    relations: ["<=", ">="],
    members: { allows: true, logAllows: true, strict: true, everyGamma: true, exact: true, uncertainty: true },
    slack: true,
    frontier: true,
  },
  deterministic: { relations: ["<=", ">=", "="], members: { region: true }, slack: true, frontier: true },
  step: { relations: ["<=", ">=", "="], members: { region: true }, slack: true, frontier: true },
  identity: { relations: ["="], members: { region: true, resolution: true }, slack: true, frontier: true },
  mean: { relations: ["<=", ">="], members: { range: true }, slack: false, frontier: true },
  trend: {
    relations: ["<=", ">=", "="],
    members: { trend: true, region: true, resolution: true, uncertainty: true },
    slack: false,
    frontier: false,
  },
};

// The keys of an object literal are those of its type.
// oxlint-disable-next-line typescript/no-unsafe-type-assertion
export const KIND_NAMES = Object.keys(KINDS) as readonly Kind[];

/** The kinds that have a member which others must not have; none for a member of every kind. */
export const kindsWith = (member: string): readonly Kind[] =>
  KIND_NAMES.filter((kind) => Object.hasOwn(KINDS[kind].members, member));

/** The members that some kinds have and others must not. */
export const OF_KINDS: readonly string[] = [...new Set(KIND_NAMES.flatMap((kind) => Object.keys(KINDS[kind].members)))];
