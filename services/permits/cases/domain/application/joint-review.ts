import { type Context, type Decision, present } from "../../../../../shared/decider/index.ts";
import { isHeadFor } from "../../../../../shared/people/index.ts";
import type { TownProfile } from "../../../../../shared/town/profile.ts";
import { notYou, refuse } from "../refusals.ts";
import type {
  Accepted,
  ApplicationEvent,
  CommandOf,
  Filed,
  Joint,
  JointOpinion,
  ReviewStep,
  Running,
} from "./application.ts";
import { keptApart } from "./people.ts";

const source = { article: "行政许可法26(2)", rule: "XK-26" };

/** XK-26: the offices that have a say where a guide has a joint step: the deciding one and those in whose field it also lies. */
export function jointOfficesOf({ guide, office }: Pick<Filed, "guide" | "office">, town: TownProfile) {
  if (!guide.steps.some(({ kind }) => kind === "joint-review")) return undefined;
  const named = town.departments.filter(({ name }) => guide.jointDepartments.includes(name.zh));
  const others = named.flatMap(({ id }) => town.jointOffices[id] ?? []);
  return [...new Set([office, ...others])];
}

/** 协同审批: the deciding office asks more offices than the profile names; nobody who was asked is left out again. */
export function consult(
  state: Accepted,
  { offices }: CommandOf<"consult">,
  context: Context,
): Decision<ApplicationEvent> {
  const { actor, town, today } = context;
  if (actor.office !== state.office) return notYou("permits.not-your-office", { office: state.office });
  if (!state.pending.some(({ kind }) => kind === "joint-review")) return refuse("permits.no-joint-step", source);
  const known = new Set(town.offices.map(({ id }) => id));
  const unknown = offices.findIndex((id) => !known.has(id));
  if (unknown >= 0) return refuse("permits.unknown-office", { office: offices[unknown] }, `/offices/${unknown}`);
  const asked = state.joint?.offices ?? [state.office];
  const added = [...new Set(offices)].filter((id) => !asked.includes(id));
  if (added.length === 0) return [];
  const on = today.toString();
  return [{ type: "permits.application.consulted", data: { offices: [...asked, ...added], on } }];
}

/** Each office says yes or no, in any order and all at once; with the last of them the joined result stands. */
export function giveOpinion(
  state: Accepted,
  { opinion, affectsThirdParties, occupiesFarmland }: ReviewStep,
  { actor, today }: Context,
): Decision<ApplicationEvent> {
  const [step] = state.pending;
  const office = actor.office ?? "";
  const { offices, opinions }: Joint = state.joint ?? { offices: [office], opinions: [] };
  if (!offices.includes(office)) return notYou("permits.not-asked", { offices, ...source });
  if (opinions.some((one) => one.office === office)) return refuse("permits.opinion-given", { office, ...source });
  const apart = keptApart(state, actor.sub, "examined");
  if (apart !== undefined) return apart;
  const on = today.toString();
  const own: JointOpinion = { office, by: actor.sub, on, opinion };
  const found = present({ affectsThirdParties, occupiesFarmland });
  const said: ApplicationEvent = { type: "permits.application.joint-opinion", data: { ...own, ...found } };
  const all = [...opinions, own];
  if (step === undefined || all.length < offices.length) return [said];
  const joined = all.every((one) => one.opinion === "agree") ? "agree" : "disagree";
  const review = { step, by: actor.sub, on, opinion: joined, joint: all } as const;
  return [said, { type: "permits.application.reviewed", data: review }];
}

/** The offices that said no in a joint step. */
export const disagreeing = ({ reviews }: Pick<Running, "reviews">): string[] =>
  reviews
    .flatMap(({ joint }) => joint ?? [])
    .flatMap(({ office, opinion }) => (opinion === "disagree" ? [office] : []));

/** One office against it: nothing is granted unless the head of the town, above all of them, has ruled and said why. */
export function unresolved(state: Running) {
  const against = disagreeing(state);
  if (against.length === 0 || state.resolution !== undefined) return undefined;
  return refuse("permits.joint-disagreement", { offices: against, ...source });
}

export function resolveDisagreement(
  state: Accepted,
  { reasons }: CommandOf<"resolve-disagreement">,
  { actor, town, today }: Context,
): Decision<ApplicationEvent> {
  if (!isHeadFor(state.office, actor.sub, "government", { heads: town.heads, today }))
    return notYou("permits.head-must-approve", source);
  if (disagreeing(state).length === 0) return refuse("permits.no-disagreement", source);
  const data = { on: today.toString() };
  return [{ type: "permits.application.disagreement-resolved", data, personal: { reasons } }];
}
