import * as z from "zod";
import { present } from "../../../../shared/decider/index.ts";
import { roundOfLead } from "../../../../shared/service/grid-lead-id.ts";
import {
  type Instruction,
  instruct,
  on,
  orNothing,
  type Subscription,
  subjectId,
} from "../../../../shared/service/index.ts";
import { gridEvent } from "../domain/decider.ts";
import { type LeadStage, leadLink } from "../domain/leads.ts";

const date = z.iso.date();
const source = z.object({ kind: z.string(), id: z.string().exactOptional() });
type Source = z.output<typeof source>;

/** What came of a lead, for the matter that it names as its source, and the round that it is of. Without such a matter nobody is told. */
const told = (id: string, lead: string, stage: LeadStage, day: string): Instruction => ({
  key: `event/${id}`,
  async carryOut(runtime, cause) {
    const state = (await runtime.store.load(gridEvent, id))?.state;
    if (state === undefined) return { done: true };
    const round = roundOfLead(lead, id, state.round);
    const command = { type: "note-lead" as const, stage, on: day, ...present({ round }) };
    return orNothing(instruct({ of: gridEvent, id, command })).carryOut(runtime, cause);
  },
});

const ofGrid = ({ kind, id }: Source, give: (event: string) => Instruction): readonly Instruction[] =>
  kind === "grid" && id !== undefined ? [give(id)] : [];

const leadEnded = (what: "filed" | "dismissed" | "transferred" | "joined") =>
  on(`enforcement.lead.${what}`, z.object({ source, on: date }), ({ source: from, on: day }, event) => [
    ...ofGrid(from, (of) => told(of, subjectId(event), `lead-${what}`, day)),
    // A case will name this lead.
    ...(what === "filed" ? ofGrid(from, (of) => linked(subjectId(event), of)) : []),
  ]);

const linked = (lead: string, event: string): Instruction =>
  instruct({ of: leadLink, id: lead, expects: "either", command: { type: "link", event } });

/** A case names its lead; the lead's matter is told that the case has ended. */
const caseEnded = (what: "closed" | "withdrawn" | "stopped" | "transferred") =>
  on(`enforcement.case.${what}`, z.object({ source, on: date }), ({ source: { kind, id }, on: day }) =>
    kind !== "lead" || id === undefined
      ? []
      : [
          {
            key: `lead-link/${id}`,
            async carryOut(runtime, cause) {
              const event = (await runtime.store.load(leadLink, id))?.state.event;
              return event === undefined ? { done: true } : told(event, id, "case-ended", day).carryOut(runtime, cause);
            },
          },
        ],
  );

/** E6: what enforcement makes of a lead comes back to the matter and its reporter. */
export const leadReactions: readonly Subscription[] = [
  leadEnded("filed"),
  leadEnded("dismissed"),
  leadEnded("transferred"),
  leadEnded("joined"),
  caseEnded("closed"),
  caseEnded("withdrawn"),
  caseEnded("stopped"),
  caseEnded("transferred"),
];
