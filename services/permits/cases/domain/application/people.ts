import type { Rejection } from "../../../../../shared/decider/index.ts";
import { conflictOf, isRecused, openRecusal, type Part, type PartTaken } from "../../../../../shared/people/index.ts";
import { notYou, refuse } from "../refusals.ts";
import { isOwn } from "./agent.ts";
import type { Application, Review, Running } from "./application.ts";
import type { Filed } from "./states.ts";

/** Who took which part in a case, by the `sub` of his token. */
export function partsOf(state: Application): readonly PartTaken[] {
  const taken = (part: Part, subs: readonly (string | undefined)[]) =>
    subs.flatMap((sub): PartTaken[] => (sub === undefined ? [] : [{ part, sub }]));
  const counter = taken("took-in", [state.receivedBy]);
  if (!("limits" in state)) return counter;
  const { acceptedBy, reviews, joint, survey, inspection } = state;
  return [
    ...counter,
    ...taken("accepted", [acceptedBy]),
    ...taken("examined", [...reviews.flatMap(examinersOf), ...(joint?.opinions.map(({ by }) => by) ?? [])]),
    ...taken("inspected", [
      ...reviews.flatMap(({ inspectors = [] }) => inspectors),
      ...(survey?.inspectors ?? []),
      ...(inspection?.inspectors ?? []),
    ]),
    ...taken("chaired", [chairOf(state)]),
    ...taken("decided", ["decidedBy" in state ? state.decidedBy : undefined]),
  ];
}

/** The person who recorded a step, and in a joint step each person who gave an opinion. */
const examinersOf = ({ by, joint = [] }: Review) => [by, ...joint.map((one) => one.by)];

/** The person who chairs the hearing. Notices of the first days name him by one word. */
export const chairOf = ({ hearing }: Pick<Running, "hearing">): string | undefined =>
  hearing?.notice?.chairedBy ?? hearing?.notice?.chair;

/** L1, XK-48: a person does not take a part that must be another's than the one he took before. */
export function keptApart(state: Application, sub: string, wanted: Part, pointer?: string): Rejection | undefined {
  const conflict = conflictOf(sub, wanted, partsOf(state));
  if (conflict === undefined) return undefined;
  const { rule, article = "行政许可法26、34", took } = conflict;
  const source = { rule, article };
  if (wanted === "chaired") return refuse("permits.chair-examined-it", source, pointer);
  if (took === "chaired") return refuse("permits.chair-stays-chair", source, pointer);
  return took === "took-in" || took === "accepted"
    ? refuse("permits.acceptor-cannot-decide", source, pointer)
    : refuse("permits.examiner-cannot-decide", source, pointer);
}

/**
 * CF-43a, XK-48: a person whose recusal was granted acts in this case no more; while it is undecided he takes no step.
 * Nor is he named for a part in it.
 */
export function keptAway({ recusals = [] }: Pick<Filed, "recusals">, sub: string, pointer?: string) {
  const source = { article: "行政许可法48(3)、行政处罚法43", rule: "CF-43a" };
  if (isRecused(recusals, sub)) return refuse("permits.recused", source, pointer);
  return openRecusal(recusals, sub) === undefined ? undefined : refuse("permits.recusal-undecided", source, pointer);
}

/** Why a person may not be named for a part in a case: his own case, a recusal, or another part of his. */
export function unfitFor(state: Application, sub: string, part: Part, pointer: string): Rejection | undefined {
  if (isOwn(state, { sub }) || state.agency?.sub === sub) return notYou("permits.own-case", { rule: "CF-43" });
  return keptAway(state, sub, pointer) ?? keptApart(state, sub, part, pointer);
}

/** Parts of the examination: a decision rests on them. */
const examination: readonly Part[] = ["examined", "inspected", "chaired"];

/** Whether a decision would rest on what this person did. */
export const tookPartInExamination = (state: Application, sub: string): boolean =>
  partsOf(state).some((one) => one.sub === sub && examination.includes(one.part));

/** CF-43a: no decision while it is open whether the examination was made by people who may make it. */
export function recusalPending(state: Running & Application): Rejection | undefined {
  const open = (state.recusals ?? []).filter(({ decided }) => decided === undefined);
  if (!open.some(({ sub }) => tookPartInExamination(state, sub))) return undefined;
  return refuse("permits.recusal-undecided", { article: "行政许可法48(3)、行政处罚法43", rule: "CF-43a" });
}
