import type { PowerCategory } from "../../../../shared/contracts/powers.ts";
import type { Rejection } from "../../../../shared/decider/index.ts";
import type { TownProfile } from "../../../../shared/town/profile.ts";
import type { HandOver, Power } from "./power.ts";
import { badInput, refuse } from "./refusals.ts";

/** How one power is handed over. */
export type HandedOverBy = Omit<HandOver, "type">;

/**
 * Whether the law lets this power be handed over in this way.
 * QZ-17: coercive measures cannot be entrusted. XK-24, CF-20: entrusting is announced. CF-24: penalty powers are
 * delegated by the province, in a published decision. XK-25: another organ's permit power moves only with the State
 * Council's approval and the province's decision. P3: the mode says in whose name the power is used.
 */
export function unlawfulHandover(
  power: Pick<Power, "category">,
  handover: HandedOverBy,
  town: TownProfile,
): Rejection | undefined {
  const { mode, authority } = handover;
  if (mode === "statutory") return inAnothersName(handover, town);
  if (authority === undefined) return refuse("powers.no-authority", { mode }, "/authority");
  const unlawful = mode === "entrusted" ? unlawfulEntrustment(power, authority) : unlawfulDelegation(power, authority);
  return unlawful ?? inAnothersName(handover, town) ?? beforeItsAuthority(handover);
}

/** XK-24, CF-20: what is entrusted is done in the entrusting organ's name; XK-23, CF-24: all else in the town's own. */
function inAnothersName({ mode, inWhoseName }: HandedOverBy, { uscc }: TownProfile): Rejection | undefined {
  if ((mode === "entrusted") === (inWhoseName.uscc !== uscc)) return undefined;
  const article = mode === "entrusted" ? "行政许可法24、行政处罚法20" : "行政许可法23、行政处罚法24";
  return refuse("powers.in-the-wrong-name", { mode, article }, "/inWhoseName/uscc");
}

/** P2: nobody holds a power before the decision and the letter that give it. */
function beforeItsAuthority({ authority, letter, inForceFrom }: HandedOverBy): Rejection | undefined {
  const date = [authority?.date, letter?.date].find((given) => given !== undefined && given > inForceFrom);
  return date === undefined ? undefined : badInput("powers.before-its-authority", { date, rule: "P2" }, "/inForceFrom");
}

type Given = NonNullable<HandedOverBy["authority"]>;

function unlawfulEntrustment({ category }: Pick<Power, "category">, { published }: Given): Rejection | undefined {
  if (category === "coercion") return refuse("powers.coercion-not-entrusted", { article: "行政强制法17" }, "/mode");
  const article = category === "penalty" ? "行政处罚法20" : "行政许可法24";
  return published ? undefined : refuse("powers.decision-not-published", { article }, "/authority/published");
}

/** What only the province may delegate, and by which article; of the rest the law asks no more than to be published. */
const provinceDecides: Readonly<Partial<Record<PowerCategory, string>>> = {
  licence: "行政许可法25",
  penalty: "行政处罚法24",
  coercion: "行政处罚法24、行政强制法17",
};

function unlawfulDelegation({ category }: Pick<Power, "category">, authority: Given): Rejection | undefined {
  const article = provinceDecides[category];
  if (article !== undefined && authority.kind !== "province")
    return refuse("powers.province-must-decide", { article }, "/authority/kind");
  if (category === "licence" && authority.stateCouncilApproval === undefined)
    return refuse("powers.state-council-must-approve", { article }, "/authority/stateCouncilApproval");
  if (authority.published) return undefined;
  return refuse("powers.decision-not-published", { article: article ?? "优化营商环境条例36" }, "/authority/published");
}
