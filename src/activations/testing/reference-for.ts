/**
 * What a table of references has for an activation of the catalogue.
 *
 * @throws Error that says where to get it, if it has nothing.
 */
export function referenceFor<T>(table: Readonly<Record<string, T>>, id: string): T {
  if (Object.hasOwn(table, id)) return table[id];
  throw new Error(
    `${id} has no reference in this file's table; "Add an activation" in CONTRIBUTING.md says where it comes from`,
  );
}
