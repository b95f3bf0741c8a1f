/** As much of the JavaScript interface of WebAssembly as the kernels use: neither ES2023 nor Node's types declare it. */
declare namespace WebAssembly {
  class Memory {
    constructor(descriptor: { initial: number });
    readonly buffer: ArrayBuffer;
    grow(pages: number): number;
  }
  type Module = object;
  const Module: new (bytes: Uint8Array) => Module;
  /** E is what the module exports, by the word of whoever instantiates it. */
  class Instance<E> {
    constructor(module: Module, imports: Record<string, Record<string, unknown>>);
    readonly exports: E;
  }
  function validate(bytes: Uint8Array): boolean;
}
