import { sha256 } from "../../../shared/store/index.ts";

/** A document is replaced once; what replaces it may be replaced again. */
export const replacementOf = (id: string) => sha256(`document|instead-of|${id}`).slice(0, 26).toUpperCase();
