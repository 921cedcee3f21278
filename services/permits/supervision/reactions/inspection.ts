import * as z from "zod";
import { reportLookedInto } from "../../../../shared/contracts/permits-inspections.ts";
import {
  type Instruction,
  instruct,
  instructAs,
  on,
  type Subscription,
  subjectId,
} from "../../../../shared/service/index.ts";
import { factReference, sha256 } from "../../../../shared/store/index.ts";
import { inspection } from "../domain/inspection/decider.ts";
import type { InspectionCommand } from "../domain/inspection/messages.ts";
import { report } from "../domain/report/decider.ts";

/** The id of what follows from an event: a redelivery plans nothing new. */
const inspectionIdOf = (event: string) => sha256(`inspection|${event}`).slice(0, 20).toUpperCase();

/** XK-65: who looks into a report sends inspectors there, in his own name: nothing tells this inspection from another. */
const lookInto = on("permits.report.looked-into", reportLookedInto, (_data, event) => [
  instructAs(event, {
    of: inspection,
    id: inspectionIdOf(event.id),
    expects: "either",
    facts: { report: factReference(report, subjectId(event)) },
    command: (facts): InspectionCommand => {
      const inspecting = facts.report?.inspecting;
      if (inspecting === undefined) throw new Error("the report looked into is not there");
      const { subject, place, inspectors, by, brief } = inspecting;
      const why = { kind: "report" as const, report: subjectId(event), by, brief };
      return { type: "begin", subject, place, inspectors, why };
    },
  }),
]);

/** XK-66: what is to be put right by a day is looked at again, by the same inspectors. */
const lookAgain = on(
  "permits.inspection.concluded",
  z.object({ result: z.string(), putRightBy: z.iso.date().optional() }),
  ({ putRightBy }, event) =>
    putRightBy === undefined
      ? []
      : [
          instruct({
            of: inspection,
            id: inspectionIdOf(event.id),
            expects: "either",
            facts: { held: factReference(inspection, subjectId(event)) },
            command: ({ held }): InspectionCommand => {
              if (held === undefined) throw new Error("the inspection held is not there");
              const { subject, place, inspectors } = held;
              const why = { kind: "re-inspection" as const, inspection: subjectId(event), putRightBy };
              return { type: "begin", subject, place, inspectors, why };
            },
          }),
        ],
);

/** XK-65: who reported is told what was found, once the record is in the archive. */
const answer = (id: string): Instruction => ({
  async carryOut(runtime, cause) {
    const held = await runtime.store.load(inspection, id);
    if (held === undefined) return { done: false, code: "not-found" };
    const { state } = held;
    if (state.status !== "archived" || state.report === undefined) return { done: true };
    const command = { type: "conclude" as const, result: state.record.result };
    return instruct({ of: report, id: state.report, command }).carryOut(runtime, cause);
  },
});
const answers = ["concluded", "acted"].map((what) =>
  on(`permits.inspection.${what}`, z.object({}), (_data, event) => [answer(subjectId(event))]),
);

export const inspectionReactions: readonly Subscription[] = [lookInto, lookAgain, ...answers];
