/** A whole number that is not below 0 in small letters: 40 is "⁴⁰". */
export const superscript = (digits: string): string =>
  Array.from(digits, (digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)]).join("");
