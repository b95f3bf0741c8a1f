/** 2^n exactly, for integers n from −1074 to 1023, by multiplication alone. */
export function powerOfTwo(n: number): number {
  let [result, base] = [1, n < 0 ? 0.5 : 2];
  for (let rest = Math.abs(n); rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result *= base;
    base *= base;
  }
  return result;
}
