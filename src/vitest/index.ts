/** For tests: `import { auditProperties } from "lemmacheck/vitest"`. Importing it types the matchers. */

export { type AuditPropertiesOptions, auditProperties } from "./audit-properties.js";
export type { AuditRecord } from "./audit-record.js";
export { type LemmacheckMatchers, lemmacheckMatchers, type SupportedOptions } from "./matchers.js";
