/** A piece of prose: words, what stands between backticks, what stands low or high. */
export interface ProsePiece {
  readonly kind: "words" | "code" | "low" | "high";
  readonly text: string;
  /** The same as it was typed. */
  readonly typed: string;
}

/** What is in brackets, which say no more than how far it goes, or a number, a short word or a letter. */
const SCRIPT = String.raw`(?:\{([^{}]{1,80})\}|\(((?:[^()]|\([^()]{0,40}\)){1,80})\)|([−+-]?\p{Nd}+|[a-zA-Z]{1,3}(?![a-zA-Z])|\p{L}|∗|⊤))`;
/** What something low stands under: one letter, an operator or a bracket, and no word of a name like my_claim. */
const BASE = String.raw`(?<=(?<![\p{L}\p{M}])(?:\p{L}[\p{M}′']*|sup|inf|max|min|lim|log)|[^\p{L}\p{M}\p{Nd}\s_])`;
const PIECE = new RegExp(`\`([^\`\n]+)\`|${BASE}_${SCRIPT}|(?<=[^\\s^_])\\^${SCRIPT}`, "gu");

/** Prose with mathematics typed into it, in pieces: "w_ℓ" is w with a low ℓ, "e^(−t)" an e with a high −t. */
export function prose(text: string): ProsePiece[] {
  const pieces: ProsePiece[] = [];
  let end = 0;
  const words = (upTo: number) => {
    const own = text.slice(end, upTo);
    if (own !== "") pieces.push({ kind: "words", text: own, typed: own });
  };
  for (const { 0: whole, 1: code, index, ...groups } of text.matchAll(PIECE)) {
    words(index);
    end = index + whole.length;
    const low = groups[2] ?? groups[3] ?? groups[4];
    const high = groups[5] ?? groups[6] ?? groups[7];
    const kind = code !== undefined ? "code" : low !== undefined ? "low" : "high";
    pieces.push({ kind, text: code ?? low ?? high ?? "", typed: whole });
  }
  words(text.length);
  return pieces;
}
