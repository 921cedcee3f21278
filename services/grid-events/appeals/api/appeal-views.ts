import * as z from "zod";
import { limitSchema } from "../../../../shared/calendar/index.ts";
import { type Actor, pick, present } from "../../../../shared/decider/index.ts";
import { dueOn, hasRole, leadsTo, resource } from "../../../../shared/http/index.ts";
import { maskedText } from "../../../../shared/identity-codes/index.ts";
import { appealHolder } from "../../../../shared/service/complaint-appeal.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import type { Loaded } from "../../../../shared/store/index.ts";
import { titled } from "../../../../shared/text/index.ts";
import { type Appeal, appealStatuses, channels, levels, outcomes } from "../domain/appeal/appeal.ts";
import { appeal } from "../domain/appeal/decider.ts";
import { appealMoves } from "../domain/appeal/moves.ts";
import { appealStepUntil } from "../domain/appeal/passing.ts";
import { isAppellant } from "../domain/concern.ts";
import { againstView, leadOffice, mayReadConcern, official } from "./reading.ts";

const day = z.iso.date();
const level = titled(z.enum(levels), { zh: "办理层级", en: "Level of handling" });
const appealView = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(appealStatuses),
  number: z.string().optional(),
  channel: z.enum(channels),
  /** Handed over from another service: what was said lies there. */
  source: z
    .object({ kind: titled(z.enum(["complaint"]), { zh: "移交来源", en: "Handed over from" }), id: z.string() })
    .optional(),
  text: z.string(),
  against: againstView,
  receivedOn: day,
  handlingDay: day,
  lead: leadOffice.optional(),
  helpers: z.array(z.string()),
  assignee: official.optional(),
  level,
  limit: limitSchema,
  extended: z.boolean(),
  overdue: z.boolean(),
  answers: z.array(z.object({ on: day, by: z.string(), level, outcome: z.enum(outcomes), text: z.string() })),
  confirmBy: limitSchema.optional(),
  way: z.string().optional(),
});
export const appealRow = appealView
  .pick({
    ...{
      id: true,
      version: true,
      status: true,
      number: true,
      channel: true,
      receivedOn: true,
      handlingDay: true,
      lead: true,
    },
    ...{ level: true, extended: true, overdue: true },
  })
  .extend({ due: dueOn.optional() });

/** What a login opens of what was handed over. */
export const holderOf = (
  id: string,
  actor: Actor | undefined,
  { keyed }: Pick<Runtime, "keyed">,
): string | undefined => (actor === undefined ? undefined : appealHolder(id, actor.sub, keyed));

/** Who appeals is never in a view; who appealed reads no name of who works on it. */
function view({ id, version, state }: Loaded<Appeal>, isOwn: boolean) {
  const { assignee, answers, number, source, text } = state;
  const inside = !isOwn;
  return {
    ...{ id, version },
    ...pick(state, [
      ...(["status", "channel", "receivedOn", "handlingDay", "lead", "level", "limit", "extended"] as const),
      ...(["overdue", "confirmBy", "way"] as const),
    ]),
    text: inside ? maskedText(text) : text,
    ...{ against: { ...state.against }, helpers: [...state.helpers] },
    answers: answers.map((one) => ({ ...one, by: inside ? one.by : "" })),
    ...(source === undefined ? {} : { source: { ...source } }),
    ...present({ number: number?.text.zh, assignee: inside ? assignee : undefined }),
  };
}

export const mayRead = ({ id, state }: Loaded<Appeal>, actor: Actor | undefined, runtime: Runtime): boolean =>
  mayReadConcern({ ...state, isAbove: state.level === "county" }, actor, holderOf(id, actor, runtime));
const isHis = ({ id, state }: Loaded<Appeal>, actor: Actor | undefined, runtime: Runtime): boolean =>
  actor !== undefined && isAppellant(state, actor, holderOf(id, actor, runtime));

export const appeals = resource({
  of: appeal,
  at: "/grid-events/appeals",
  staff: [],
  own: mayRead,
  moves: appealMoves,
  statusOf: ({ status }) => status,
  returns: appealView,
  view: (loaded, { actor, runtime }) => view(loaded, isHis(loaded, actor, runtime)),
  // For those who read the complaint in permits too.
  links: (loaded, { actor, runtime }) => {
    const { source, lead } = loaded.state;
    const reads = hasRole(actor, ["supervisor"]) || actor?.office === lead || isHis(loaded, actor, runtime);
    return source === undefined || actor === undefined || !reads
      ? []
      : [
          leadsTo({
            ...{ rel: "complaint", title: { zh: "原投诉", en: "The complaint" } },
            path: `/permits/complaints/${source.id}`,
          }),
        ];
  },
  tellsSteps: (loaded, { actor, runtime }) => actor !== undefined && !isHis(loaded, actor, runtime),
  stepUntil: appealStepUntil,
});
