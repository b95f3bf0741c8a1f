/** A config that cannot be used. The message is one line: which file, what is wrong and what must be. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}
