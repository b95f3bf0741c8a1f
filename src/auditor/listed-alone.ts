import { AuditError } from "./audit-error.js";
import type { Given } from "./cell.js";
import type { Statement } from "./statement.js";

/**
 * What a sampler may read: the parameters that it lists. Others are no part of the key of its draws, so that cells that
 * differ in them share draws. It is slow to read from: for a few draws.
 *
 * @returns an object whose other parameters throw an AuditError that names the sampler and the parameter.
 */
export function listedAlone(statement: Statement, given: Given): Given {
  const { id, parameters } = statement.claim.draw;
  const names = parameters.map(({ name }) => name);
  const listed = Object.fromEntries(names.map((name) => [name, given[name]]));
  return new Proxy(listed, {
    get(target, name) {
      if (typeof name === "string" && Object.hasOwn(given, name) && !Object.hasOwn(target, name))
        throw AuditError.at(
          statement,
          statement.cell,
          `sampler ${id} reads ${name}, and its parameters are [${names.join(", ")}]; ${name} must be one of them`,
        );
      return Reflect.get(target, name);
    },
  });
}
