import type { CaseRuleRefusal } from "../../../../shared/case-rules/index.ts";
import { refusals } from "../../../../shared/decider/index.ts";

/** Codes that several parts of the service refuse with. */
export type CommonRefusal =
  | CaseRuleRefusal<"enforcement">
  | "enforcement.delivery-does-not-fit"
  | "enforcement.not-a-named-officer"
  | "enforcement.own-signature"
  | "enforcement.place-missing"
  | "enforcement.power-not-in-force"
  | "enforcement.town-does-not-decide"
  | "enforcement.two-officers"
  | "enforcement.unknown-domain"
  | "enforcement.unknown-penalty";

/** The refusals of every part, by their codes. */
export const { badInput, notNow, notYou, refuse } = refusals<CommonRefusal>();
