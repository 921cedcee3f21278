import * as z from "zod";
import { type Instruction, instruct, on, type Subscription, subjectId } from "../../../../shared/service/index.ts";
import { lead } from "../domain/decider.ts";
import type { LeadCommand } from "../domain/messages.ts";

const source = z.object({ kind: z.string(), id: z.string().optional() });
type Source = z.output<typeof source>;

/** A case names its source in words of its own: only the lead that proposed it hears of it. */
const told = ({ kind, id }: Source, of: string, command: LeadCommand): readonly Instruction[] =>
  kind !== "lead" || id === undefined
    ? []
    : [
        {
          async carryOut(runtime, cause) {
            const state = (await runtime.store.load(lead, id))?.state;
            if (state?.status !== "proposed" || state.case !== of) return { done: true };
            return instruct({ of: lead, id, command }).carryOut(runtime, cause);
          },
        },
      ];

/** CF-54: what the head makes of the case, the lead tells its source. */
export const caseReactions: readonly Subscription[] = [
  on("enforcement.case.filed", z.object({ source, filedOn: z.iso.date() }), ({ source: from, filedOn }, event) => {
    const of = subjectId(event);
    return told(from, of, { type: "note-filed", case: of, on: filedOn });
  }),
  on(
    "enforcement.case.dismissed",
    z.object({ source, ground: z.string(), on: z.iso.date() }),
    ({ source: from, ground, on: day }, event) => {
      const of = subjectId(event);
      return told(from, of, { type: "note-dismissed", case: of, ground, on: day });
    },
  ),
];
