import Negotiator from "negotiator";
import type { Language } from "./problem.ts";

/** The language of `Accept-Language` with the highest weight (RFC 9110 12.5.4); Chinese where neither is asked for. */
export const languageIn = (header: string | undefined): Language =>
  new Negotiator({ headers: { "accept-language": header } }).language(["zh", "en"]) === "en" ? "en" : "zh";
