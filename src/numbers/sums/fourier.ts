/**
 * The discrete Fourier transform X_m = Σ_j x_j e^(∓2πi jm/N) in place, upper sign forward and unscaled; N a power of 2.
 * Radix 2, with sines and cosines from Math, so that errors grow as log N.
 */
export function fourier(re: Float64Array, im: Float64Array, direction: 1 | -1): void {
  const size = re.length;
  for (let i = 1, j = 0; i < size; i++) {
    let bit = size >> 1;
    for (; j & bit; bit >>= 1) j ^= bit;
    j ^= bit;
    if (i < j) {
      [re[i], re[j]] = [re[j], re[i]];
      [im[i], im[j]] = [im[j], im[i]];
    }
  }
  const cos = new Float64Array(size / 2);
  const sin = new Float64Array(size / 2);
  for (let j = 0; j < size / 2; j++) {
    cos[j] = Math.cos((2 * Math.PI * j) / size);
    sin[j] = -direction * Math.sin((2 * Math.PI * j) / size);
  }
  for (let half = 1; half < size; half *= 2) {
    const stride = size / (2 * half);
    for (let start = 0; start < size; start += 2 * half) {
      for (let j = 0; j < half; j++) {
        const a = start + j;
        const b = a + half;
        const x = re[b] * cos[j * stride] - im[b] * sin[j * stride];
        const y = re[b] * sin[j * stride] + im[b] * cos[j * stride];
        re[b] = re[a] - x;
        im[b] = im[a] - y;
        re[a] += x;
        im[a] += y;
      }
    }
  }
}
