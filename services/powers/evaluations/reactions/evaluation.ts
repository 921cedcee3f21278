import * as z from "zod";
import { instruct, on, type Subscription, subjectId } from "../../../../shared/service/index.ts";
import { factReference } from "../../../../shared/store/index.ts";
import { power } from "../../powers/domain/decider.ts";
import type { PowerCommand } from "../../powers/domain/power.ts";
import { evaluation, following } from "../domain/decider.ts";
import { counted, countedId, type Note } from "../domain/volumes.ts";

const day = z.iso.date();
const ofCase = z.object({ item: z.object({ code: z.string() }) });
const ofVoice = z.object({ item: z.string().optional() });

const note = (subject: string, told: Omit<Note, "type">) => [
  instruct({ of: counted, id: countedId(told.kind, subject), expects: "either", command: { type: "note", ...told } }),
];

const accepted = on("permits.application.accepted", ofCase.extend({ acceptedOn: day }), (data, event) =>
  note(subjectId(event), {
    code: data.item.code,
    kind: "case",
    sequence: event.sequence,
    on: data.acceptedOn,
  }),
);
const decided = (["granted", "refused"] as const).map((outcome) =>
  on(`permits.application.${outcome}`, ofCase.extend({ acceptedOn: day, onTime: z.boolean() }), (data, event) =>
    note(subjectId(event), {
      code: data.item.code,
      kind: "case",
      sequence: event.sequence,
      on: data.acceptedOn,
      outcome,
      overdue: !data.onTime,
    }),
  ),
);
const ended = ["closed", "withdrawn", "forwarded"].map((what) =>
  on(`permits.application.${what}`, ofCase, (data, event) =>
    note(subjectId(event), { code: data.item.code, kind: "case", sequence: event.sequence, outcome: "ended" }),
  ),
);
const missed = on("permits.application.limit-missed", ofCase, (data, event) =>
  note(subjectId(event), { code: data.item.code, kind: "case", sequence: event.sequence, overdue: true }),
);

const complained = on(
  "permits.complaint.received",
  ofVoice.extend({ receivedOn: day }),
  ({ item, receivedOn }, event) =>
    item === undefined
      ? []
      : note(subjectId(event), { code: item, kind: "complaint", sequence: event.sequence, on: receivedOn }),
);
const answered = on(
  "permits.complaint.answered",
  ofVoice.extend({ outcome: z.string() }),
  ({ item, outcome }, event) =>
    item === undefined
      ? []
      : note(subjectId(event), {
          code: item,
          kind: "complaint",
          sequence: event.sequence,
          founded: outcome !== "unfounded",
        }),
);
const rated = on(
  "permits.rating.given",
  ofVoice.extend({ grade: z.int(), givenOn: day }),
  ({ item, grade, givenOn }, event) =>
    item === undefined
      ? []
      : note(subjectId(event), { code: item, kind: "rating", sequence: event.sequence, on: givenOn, poor: grade <= 2 }),
);

/** What a person decided is carried out: from the day decided, by the power's own command. */
const carriedOut = on(
  "powers.evaluation.decided",
  z.object({ code: z.string(), outcome: z.string() }),
  ({ code, outcome }, event) =>
    ["suspend", "adjust", "recall"].includes(outcome)
      ? [
          instruct({
            of: power,
            id: code,
            facts: { evaluation: factReference(evaluation, subjectId(event)) },
            command: (facts): PowerCommand => {
              const decision = facts.evaluation?.decision;
              const command = decision === undefined ? undefined : following(decision, decision.on);
              if (command === undefined) throw new Error("the evaluation that was decided is not there");
              return command;
            },
          }),
        ]
      : [],
);

export const evaluationReactions: readonly Subscription[] = [
  accepted,
  ...decided,
  ...ended,
  missed,
  complained,
  answered,
  rated,
  carriedOut,
];
