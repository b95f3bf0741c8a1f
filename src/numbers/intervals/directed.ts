const HALF_ULP = 2 ** -53 * (1 + 2 ** -52);
const LEAST = 2 ** -1074;
/** Products beyond these sizes are widened by an ulp without asking whether they were exact. */
const LARGE = 2 ** 960;
const SMALL = 2 ** -960;

/**
 * The next double above x, or one a step further where x is subnormal or nearly so (Rump, Zimmermann, Boldo and
 * Melquiond, Computing predecessor and successor in rounding to nearest, BIT 2009).
 */
export function nextUp(x: number): number {
  if (x === -Infinity) return -Number.MAX_VALUE;
  return x + (Math.abs(x) * HALF_ULP + LEAST);
}

/** The mirror image of nextUp. */
export function nextDown(x: number): number {
  return -nextUp(-x);
}

/** a + b rounded towards +∞. */
export function addUp(a: number, b: number): number {
  const sum = a + b;
  if (Math.abs(sum) > LARGE) return Number.isFinite(a) && Number.isFinite(b) ? nextUp(sum) : sum;
  const virtual = sum - a;
  return a - (sum - virtual) + (b - virtual) > 0 ? nextUp(sum) : sum;
}

/** a + b rounded towards −∞. */
export function addDown(a: number, b: number): number {
  return -addUp(-a, -b);
}

const inRange = (x: number) => Math.abs(x) < LARGE && Math.abs(x) > SMALL;

/** What the rounded product left out, exactly (Dekker 1971). For operands and product between SMALL and LARGE. */
export function productRest(a: number, b: number, product: number): number {
  const aScaled = 134217729 * a; // 2^27 + 1
  const aHigh = aScaled - (aScaled - a);
  const aLow = a - aHigh;
  const bScaled = 134217729 * b;
  const bHigh = bScaled - (bScaled - b);
  const bLow = b - bHigh;
  return aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
}

/** a·b rounded towards +∞, with 0·∞ = 0. */
export function multiplyUp(a: number, b: number): number {
  if (a === 0 || b === 0) return 0;
  const product = a * b;
  if (inRange(product) && inRange(a) && inRange(b)) return productRest(a, b, product) > 0 ? nextUp(product) : product;
  return Number.isFinite(a) && Number.isFinite(b) ? nextUp(product) : product;
}

/** a·b rounded towards −∞, with 0·∞ = 0. */
export function multiplyDown(a: number, b: number): number {
  return -multiplyUp(-a, b);
}

/** a/b rounded towards +∞ for b ≠ 0; x/∞ = 0, and ∞/∞ does not occur. */
export function divideUp(a: number, b: number): number {
  if (a === 0) return 0;
  const quotient = a / b;
  if (inRange(quotient) && inRange(a) && inRange(b) && inRange(quotient * b)) {
    const product = quotient * b;
    const rest = a - product - productRest(quotient, b, product);
    return b > 0 === rest > 0 && rest !== 0 ? nextUp(quotient) : quotient;
  }
  return Number.isFinite(a) && Number.isFinite(b) ? nextUp(quotient) : quotient;
}

/** a/b rounded towards −∞ for b ≠ 0. */
export function divideDown(a: number, b: number): number {
  return -divideUp(-a, b);
}

/** √x rounded towards +∞ for x ≥ 0. */
export function sqrtUp(x: number): number {
  const root = Math.sqrt(x);
  if (root === 0 || root === Infinity) return root;
  const square = root * root;
  if (!inRange(square) || !inRange(root)) return nextUp(root);
  return x - square - productRest(root, root, square) > 0 ? nextUp(root) : root;
}

/** √x rounded towards −∞ for x ≥ 0. */
export function sqrtDown(x: number): number {
  const root = Math.sqrt(x);
  if (root === 0 || root === Infinity) return root;
  const square = root * root;
  if (!inRange(square) || !inRange(root)) return Math.max(0, nextDown(root));
  return x - square - productRest(root, root, square) < 0 ? nextDown(root) : root;
}
