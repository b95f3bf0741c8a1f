/** For tests: `import { auditProperties } from "lemmacheck/vitest"`. */
export { type AuditPropertiesOptions, auditProperties } from "./audit-properties.js";
