import type { Context, Decision, Rejection } from "../../../../shared/decider/index.ts";
import { present } from "../../../../shared/decider/index.ts";
import { openRecusal } from "../../../../shared/people/index.ts";
import { type Hearing, type HearingAgent, openParties } from "./hearing.ts";
import type { Attended, CommandOf, HearingEvent, Hold, Speaking } from "./messages.ts";
import { article64, badInput, notNow, notYou, refuse } from "./refusals.ts";
import { chairOnly, headOnly, openPlaces, spokenPlace, staffOnly } from "./who.ts";

type Decided = Decision<HearingEvent>;
const wasThere = ({ how }: Attended) => how !== "absent";
const heardOut = ({ how }: Attended) => how === "in-person" || how === "by-agent";

/**
 * CF-64: the chair puts down how it went: who came, with which agents; both sides heard; the record read over and signed page by
 * page, or that somebody refused. Who was told and did not come without a reason, or left, has waived it; so have all, then there is
 * no record.
 */
export function hold(state: Hearing, command: Hold, context: Context): Decided {
  const { attendance, investigators, newFacts, record } = command;
  const { plan, case: of } = state;
  const refused = chairOnly(state, context) ?? notReady(state, context) ?? attendanceFault(state, command);
  if (refused !== undefined) return refused;
  const heldOn = plan?.on ?? context.today.toString();
  const data = { case: of, parties: [...openPlaces(state)] };
  if (!attendance.some(heardOut) && record === undefined)
    return [{ type: "enforcement.hearing.waived", data: { ...data, on: heldOn }, personal: { attendance } }];
  const fault = courseFault(command) ?? recordFault(command) ?? recordingFault(command, context);
  if (fault !== undefined) return fault;
  if (record === undefined) return refuse("enforcement.hearing-record", recordArticle, "/record");
  return [
    {
      type: "enforcement.hearing.held",
      data: { ...data, heldOn, newFacts },
      personal: { attendance, investigators, record },
    },
  ];
}
const recordArticle = { article: "行政处罚法64(8)、65", rule: "CF-65" };

/** CF-47a: where the profile has a hearing recorded, it is not held without the recording. */
function recordingFault({ record }: Hold, { town }: Context): Rejection | undefined {
  if (!town.enforcement.recording.scenes.includes("hearing")) return undefined;
  const recording = record?.recording;
  const whole = recording?.unbroken === true || recording?.gap !== undefined;
  return recording?.told === true && whole
    ? undefined
    : refuse("enforcement.hearing-unrecorded", { article: "行政处罚法47", rule: "CF-47a" }, "/record/recording");
}

/** Not before its day, not while a recusal is open, not before each party was told. */
function notReady(state: Hearing, { today }: Context): Rejection | undefined {
  const { plan, recusals } = state;
  if (plan === undefined || today.toString() < plan.on)
    return notNow("enforcement.hearing-day", { from: plan?.on ?? "", until: today.toString() });
  if (openRecusal(recusals, plan.chair) !== undefined) return notNow("enforcement.hearing-recusal-open", article64);
  const untold = openParties(state).filter(({ told }) => told === undefined);
  return untold.length === 0
    ? undefined
    : refuse("enforcement.hearing-not-told", { parties: untold.map(({ party }) => party), ...article64 });
}

/** CF-64(5): each party once; one or two agents, each with his authority. */
function attendanceFault(state: Hearing, { attendance, speakers }: Hold): Rejection | undefined {
  const wanted = openPlaces(state).toSorted().join();
  const named = attendance
    .map(({ party }) => party)
    .toSorted()
    .join();
  if (wanted !== named)
    return badInput("enforcement.hearing-attendance", { parties: openPlaces(state) }, "/attendance");
  const at = attendance.findIndex(
    ({ how, agents }) =>
      agents.length > 2 || (how === "by-agent" && agents.length === 0) || (how === "absent" && agents.length > 0),
  );
  if (at >= 0) return agentFault(`/attendance/${at}/agents`);
  const strange = attendance.findIndex(({ party, agents }) => agents.some((one) => !isAppointed(one, party, speakers)));
  return strange < 0 ? undefined : agentFault(`/attendance/${strange}/agents`);
}
const agentFault = (pointer: string): Rejection =>
  refuse("enforcement.hearing-agents", { ...article64, article: "行政处罚法64(5)" }, pointer);

/** An agent who is said to be appointed acts today, for this party, under this name. Another one shows his authority at the hearing. */
const isAppointed = ({ agent, name }: HearingAgent, party: string, speakers: readonly Speaking[]): boolean =>
  agent === undefined ||
  speakers.some((one) => one.party === party && one.agents.some((known) => known.id === agent && known.name === name));

/** CF-64(7), CF-64a: two investigators put facts, evidence and proposal; the party answers; the record is read over. */
function courseFault({ investigators, course, of }: Hold): Rejection | undefined {
  const own = new Set((of?.officers ?? []).map(({ sub }) => sub));
  const there = [...new Set(investigators)];
  if (there.length < 2 || there.some((sub) => !own.has(sub)))
    return badInput(
      "enforcement.hearing-investigators",
      { ...article64, article: "行政处罚法42、64(7)" },
      "/investigators",
    );
  return course.evidencePut && course.defenceHeard && course.readOver
    ? undefined
    : refuse("enforcement.hearing-sides", { ...article64, article: "行政处罚法64(7)" }, "/course");
}

/** CF-64(8): who stayed, or his agent for him, signs each page, or that he refused is put down with a witness. */
function recordFault({ attendance, record }: Hold): Rejection | undefined {
  if (record === undefined) return refuse("enforcement.hearing-record", recordArticle, "/record");
  const { signatures, pages } = record;
  for (const { party, how, agents } of attendance.filter(heardOut)) {
    const own = signatures.filter((one) => one.party === party);
    const [one] = own;
    // Where the party stayed away himself, one of the agents who were there signs for him.
    const by = one?.by === undefined ? how !== "by-agent" : agents.some(({ name }) => name === one.by);
    const stands = one?.how === "signed" ? one.pages === pages && by : one?.witness !== undefined;
    if (own.length !== 1 || !stands)
      return refuse("enforcement.hearing-record", { party, ...recordArticle }, "/record/signatures");
  }
  const stranger = signatures.some(({ party }) => !attendance.some((one) => one.party === party && wasThere(one)));
  return stranger ? badInput("enforcement.hearing-record", recordArticle, "/record/signatures") : undefined;
}

/** CF-64a, CF-65: the chair reports, before it is decided. */
export function report(state: Hearing, command: CommandOf<"report">, context: Context): Decided {
  const { sha256, conclusion, newFacts, proceedings } = command;
  const refused = chairOnly(state, context);
  if (refused !== undefined) return refused;
  if (proceedings.some((status) => status !== "noticed"))
    return notNow("enforcement.hearing-decided-already", { article: "行政处罚法65", rule: "CF-65" });
  const { case: of } = state;
  const data = { case: of, parties: [...openPlaces(state)], on: context.today.toString() };
  return [{ type: "enforcement.hearing.reported", data, personal: { sha256, conclusion, newFacts } }];
}

/** CF-64(6): the party takes his request back, himself or by a paper that staff record. The others keep theirs. */
export function withdraw(state: Hearing, { party, paper, speakers }: CommandOf<"withdraw">, context: Context): Decided {
  const one = openParties(state).find((each) => each.party === party);
  if (one === undefined) return badInput("enforcement.hearing-no-such-party", { party }, "/party");
  const himself = spokenPlace(state, speakers, context.actor, "waive")?.party === party;
  if (!himself) {
    const refused = staffOnly(state, context);
    if (refused !== undefined)
      return spokenPlace(state, speakers, context.actor) ? notYou("enforcement.hearing-not-yours", article64) : refused;
    if (paper === undefined) return badInput("enforcement.hearing-paper-missing", article64, "/paper");
  }
  const on = context.today.toString();
  const withdrawn: HearingEvent = {
    type: "enforcement.hearing.request-withdrawn",
    data: { party, on },
    personal: present({ paper }),
  };
  return openParties(state).length > 1
    ? [withdrawn]
    : [withdrawn, { type: "enforcement.hearing.withdrawn", data: { on }, personal: {} }];
}

/**
 * CF-57a, CF-57b: a party whose proceeding no longer waits for this hearing, such as one that was stopped, does not keep the others
 * from it. While it waits, the hearing is owed (CF-63).
 */
export function drop(state: Hearing, { party, waits, reasons }: CommandOf<"drop">, context: Context): Decided {
  const refused = headOnly(state, context);
  if (refused !== undefined) return refused;
  if (!openPlaces(state).includes(party)) return badInput("enforcement.hearing-no-such-party", { party }, "/party");
  if (waits) return refuse("enforcement.hearing-owed", { article: "行政处罚法63", rule: "CF-63" });
  const on = context.today.toString();
  const dropped: HearingEvent = {
    type: "enforcement.hearing.party-dropped",
    data: { party, on },
    personal: { reasons },
  };
  return openPlaces(state).length > 1
    ? [dropped]
    : [dropped, { type: "enforcement.hearing.withdrawn", data: { on }, personal: {} }];
}
