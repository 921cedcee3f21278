import * as z from "zod";
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

/** A matter that a lead names as its source; a word of an officer that names none is nothing to tell. */
const told = (id: string, stage: LeadStage, day: string): Instruction =>
  orNothing(instruct({ of: gridEvent, id, command: { type: "note-lead", stage, on: day } }));

const ofGrid = ({ kind, id }: Source, give: (event: string) => Instruction): readonly Instruction[] =>
  kind === "grid" && id !== undefined ? [give(id)] : [];

const leadEnded = (what: "filed" | "dismissed" | "transferred" | "joined") =>
  on(`enforcement.lead.${what}`, z.object({ source, on: date }), ({ source: from, on: day }, event) => [
    ...ofGrid(from, (of) => told(of, `lead-${what}`, day)),
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
              return event === undefined ? { done: true } : told(event, "case-ended", day).carryOut(runtime, cause);
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
