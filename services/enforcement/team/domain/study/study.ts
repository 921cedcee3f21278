import {
  type Context,
  type Decision,
  deciderOf,
  type OfType,
  type Recorded,
} from "../../../../../shared/decider/index.ts";
import { peopleNamed, type WithOfficers } from "../../../common/domain/case-rules.ts";
import { badInput, notNow, notYou, refuse, type TeamRefusal } from "../refusals.ts";
import { mayNotLead } from "../who-leads.ts";

export const studyKinds = ["study", "examination"] as const;

/** One thing that a person learned, or one examination. */
export interface StudyEntry {
  readonly no: number;
  readonly kind: (typeof studyKinds)[number];
  readonly subject: string;
  readonly on: string;
  readonly hours: number;
  readonly organiser: string;
  /** Of an examination. */
  readonly passed?: boolean;
  readonly recordedBy: string;
  /** It was recorded in error. */
  readonly struck?: { readonly on: string; readonly by: string; readonly reasons: string };
}

/** The study and examinations of one person in one year (E1). */
export interface Study {
  readonly person: string;
  readonly year: number;
  readonly entries: readonly StudyEntry[];
}

type Said = Omit<StudyEntry, "no" | "recordedBy" | "struck">;
export interface RecordStudy extends Said, WithOfficers {
  readonly type: "record";
  readonly person: string;
}
export type StudyCommand = RecordStudy | { readonly type: "strike"; readonly no: number; readonly reasons: string };

export type StudyEvent =
  | {
      readonly type: "enforcement.study.recorded";
      readonly data: Said & { readonly no: number; readonly person: string; readonly year: number };
    }
  | {
      readonly type: "enforcement.study.struck";
      readonly data: { readonly no: number; readonly on: string; readonly reasons: string };
    };

/** Hours of study that count: what was struck does not. */
export const hoursOf = ({ entries }: Pick<Study, "entries">): number =>
  entries.filter(({ struck }) => struck === undefined).reduce((sum, { hours }) => sum + hours, 0);

/** A study record is written by who leads the person, never by himself; an error is struck, never deleted. */
export const study = deciderOf<{
  readonly state: Study;
  readonly command: StudyCommand;
  readonly event: StudyEvent;
  readonly moves: Record<never, never>;
  readonly begins: "record";
  readonly begun: "enforcement.study.recorded";
  readonly refusal: TeamRefusal;
}>({
  aggregate: "study",
  shape: 1,
  begin: { record: (command, context) => record(undefined, command, context) },
  always: { record, strike },
  begun: { "enforcement.study.recorded": recorded },
  effects: {
    "enforcement.study.struck": (state, { data: { no, on, reasons }, actor: by }) => ({
      ...state,
      entries: state.entries.map((one) => (one.no === no ? { ...one, struck: { on, by, reasons } } : one)),
    }),
  },
  listed: ({ year, person }, id) => ({
    byCode: { partition: `study:${year}`, sort: id },
    byOwner: { partition: `study:${person}`, sort: String(year) },
  }),
});

/** Years are listed from this day on: what is older stands in papers. */
const registerBegins = "2020-01-01";

function record(
  state: Study | undefined,
  { type: _type, person, officers = [], ...said }: RecordStudy,
  context: Context,
): Decision<StudyEvent> {
  const { actor, today } = context;
  if (actor.sub === person) return notYou("enforcement.own-study", {});
  const refused = mayRecord(context);
  if (refused !== undefined) return refused;
  const people = peopleNamed([person], { officers }, context, "/person");
  if ("code" in people) return { ...people, pointer: "/person" };
  const { kind, subject, on, passed } = said;
  if (on > today.toString()) return badInput("enforcement.study-in-future", { on }, "/on");
  if (on < registerBegins) return badInput("enforcement.study-before-the-register", { from: registerBegins }, "/on");
  if ((kind === "examination") !== (passed !== undefined))
    return badInput("enforcement.examination-without-result", {}, "/passed");
  const entries = state?.entries ?? [];
  const same = entries.find(
    (one) => one.struck === undefined && one.kind === kind && one.subject === subject && one.on === on,
  );
  if (same !== undefined) return notNow("enforcement.study-recorded-already", { subject, on, no: same.no });
  const no = (entries.at(-1)?.no ?? 0) + 1;
  return [{ type: "enforcement.study.recorded", data: { no, person, year: Number(on.slice(0, 4)), ...said } }];
}

/** The captain, a leader of the town, or a leader of a squad. */
const mayRecord = (context: Context) =>
  context.actor.roles.includes("squad-leader") ? undefined : mayNotLead(context);

function strike(
  { person, entries }: Study,
  { no, reasons }: OfType<StudyCommand, "strike">,
  context: Context,
): Decision<StudyEvent> {
  if (context.actor.sub === person) return notYou("enforcement.own-study", {});
  const refused = mayRecord(context);
  if (refused !== undefined) return refused;
  const found = entries.find((one) => one.no === no);
  if (found === undefined) return badInput("enforcement.no-such-entry", { no }, "/no");
  if (found.struck !== undefined) return refuse("enforcement.struck-already", { no, on: found.struck.on });
  return [{ type: "enforcement.study.struck", data: { no, on: context.today.toString(), reasons } }];
}

function recorded(
  { data: { person, year, ...entry }, actor: recordedBy }: Recorded<OfType<StudyEvent, "enforcement.study.recorded">>,
  before: Study | undefined,
): Study {
  return { person, year, entries: [...(before?.entries ?? []), { ...entry, recordedBy }] };
}
