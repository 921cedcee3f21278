import { type Rejection, refuse } from "../../../shared/decider/index.ts";
import type { HandOver, Power } from "./power.ts";

/**
 * Whether the law lets this power be handed over in this way.
 * QZ-17: coercive measures cannot be entrusted. XK-24, CF-20: entrusting is announced. CF-24: penalty powers are
 * delegated by the province, in a published decision. XK-25: another organ's permit power moves only with the State
 * Council's approval and the province's decision.
 */
export function unlawfulHandover(power: Power, handover: HandOver): Rejection | undefined {
  if (handover.mode === "statutory") return undefined;
  const { authority } = handover;
  if (authority === undefined) return refuse("powers.no-authority", { mode: handover.mode }, "/authority");
  return handover.mode === "entrusted" ? unlawfulEntrustment(power, authority) : unlawfulDelegation(power, authority);
}

type Given = NonNullable<HandOver["authority"]>;

function unlawfulEntrustment({ category }: Power, { published }: Given): Rejection | undefined {
  if (category === "coercion") return refuse("powers.coercion-not-entrusted", { article: "行政强制法17" }, "/mode");
  const article = category === "penalty" ? "行政处罚法20" : "行政许可法24";
  return published ? undefined : refuse("powers.decision-not-published", { article }, "/authority/published");
}

function unlawfulDelegation({ category }: Power, authority: Given): Rejection | undefined {
  const article = category === "licence" ? "行政许可法25" : "行政处罚法24";
  if (authority.kind !== "province") return refuse("powers.province-must-decide", { article }, "/authority/kind");
  if (category === "licence" && authority.stateCouncilApproval === undefined)
    return refuse("powers.state-council-must-approve", { article }, "/authority/stateCouncilApproval");
  return authority.published ? undefined : refuse("powers.decision-not-published", { article }, "/authority/published");
}
