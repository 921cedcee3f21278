import { type Actor, type Rejection, theTownItself } from "../../../../shared/decider/index.ts";
import { notYou } from "./refusals.ts";

/** P-5: no machine decides against anybody, nor who is paid. */
export const byMachine = ({ sub }: Actor): Rejection | undefined =>
  sub === theTownItself.sub ? notYou("grid-events.not-an-inspector", { rule: "P-5" }) : undefined;
