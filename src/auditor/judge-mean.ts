export const judgeMean: any = null;
