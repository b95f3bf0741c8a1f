/** Where reports are written unless --out says otherwise. */
export const DEFAULT_OUT = "lemmacheck-report";
