import * as z from "zod";
import type { Route } from "../../../../../shared/http/index.ts";
import { sha256 as digestOf, factReference, member } from "../../../../../shared/store/index.ts";
import { lineOf } from "../../../../../shared/text/index.ts";
import { organHeads } from "../../../common/api/roles.ts";
import { penaltyCase } from "../../domain/case/decider.ts";
import { actId, partyId, words } from "../case-bodies.ts";
import { caseRegister, certificatesIn, officersTold, powersOf, powersTold } from "../case-register.ts";

const caseId = lineOf(60);

/** The id of a case split off: the same split asked for again meets the first. */
const splitId = (id: string, parties: readonly string[], acts: readonly string[]) =>
  digestOf(`split|${id}|${[...parties].toSorted().join()}|${[...acts].toSorted().join()}`)
    .slice(0, 20)
    .toUpperCase();

/** CF-29c: two cases in one commit. */
export const togetherSteps: readonly Route[] = [
  caseRegister.step("merge", {
    summary: { zh: "并入另一案件", en: "Merge it into another case" },
    allow: organHeads,
    body: z.strictObject({ into: caseId, because: z.enum(["same-party", "linked-acts"]), reasons: words }),
    facts: ({ id, body }) => ({ own: factReference(penaltyCase, id), target: factReference(penaltyCase, body.into) }),
    run: ({ id, body, facts }) => ({ type: "merge", ...body, target: body.into === id ? undefined : facts.target }),
    others: {
      members: ({ id, body }) => ({ target: member(penaltyCase, body.into === id ? `${id}-` : body.into) }),
      commands: ({ id, facts }) => ({ target: { type: "take-in" as const, from: id, taken: facts.own } }),
    },
    tries: () => [],
  }),
  caseRegister.step("split", {
    summary: { zh: "分案", en: "Split parties or acts off into a case of their own" },
    allow: organHeads,
    body: z.strictObject({
      parties: z.array(partyId).max(20),
      acts: z.array(actId).max(20),
      reasons: words,
    }),
    facts: async ({ id, runtime }) => ({
      own: factReference(penaltyCase, id),
      ...(await powersOf(id, runtime)),
      certificates: await certificatesIn(id, runtime),
    }),
    run: ({ id, body }) => ({ type: "split", ...body, into: splitId(id, body.parties, body.acts) }),
    others: {
      members: ({ id, body }) => ({
        fresh: member(penaltyCase, splitId(id, body.parties, body.acts), { expects: "new" }),
      }),
      commands: ({ id, body, facts: { own, powers, settlements, certificates } }) => ({
        fresh: {
          type: "begin-split" as const,
          from: id,
          whole: own,
          parties: body.parties,
          acts: body.acts,
          ...powersTold(powers, settlements),
          ...officersTold(certificates),
        },
      }),
    },
    tries: () => [],
  }),
];
