import * as z from "zod";
import { fileDigest } from "../../../../shared/files/digest.ts";
import type { Route } from "../../../../shared/http/index.ts";
import { sha256 as digestOf, factReference, member } from "../../../../shared/store/index.ts";
import { caseOfficers } from "../../common/api/roles.ts";
import { lead } from "../../leads/domain/decider.ts";
import { enterprise } from "../domain/enterprise/decider.ts";
import { siteInspection } from "../domain/visit/decider.ts";
import { isBreach, type SiteInspection } from "../domain/visit/visit.ts";
import { date, words } from "./bodies.ts";
import { bookingOf, visitFacts, visitKnown } from "./proposal.ts";
import { type Learnt, learnt, stateOf } from "./visit-learnt.ts";
import { planFields, siteInspections } from "./visits.ts";

/** The lead of a finding: asked again it is the same. */
const leadIdOf = (id: string, at: number) => digestOf(`inspection|${id}|${at}`).slice(0, 20).toUpperCase();
const breachesOf = (id: string, found: Learnt) =>
  (found?.state?.record?.findings ?? []).flatMap((finding, at) =>
    isBreach(finding) ? [{ at, finding, lead: leadIdOf(id, at) }] : [],
  );

/** E8: what a lead is told of a breach that was found. */
function leadOf(id: string, { finding }: ReturnType<typeof breachesOf>[number], state: SiteInspection) {
  const { occasion, items, name, key, address, place, entry } = state;
  const { power = "", note = "" } = finding;
  const item = items.find(({ code }) => code === finding.item);
  const campaign = occasion.kind === "campaign" ? occasion.ref : undefined;
  return {
    type: "receive" as const,
    source: campaign === undefined ? { kind: "inspection" as const, id } : { kind: "campaign" as const, id: campaign },
    matter: "breach" as const,
    ...{ text: `${item?.name.zh ?? finding.item}：${note}`, address, place, accused: { name, key } },
    ...{ anonymous: true, concerned: [] },
    ...(entry === undefined ? {} : { happenedOn: entry.on }),
    ...(item === undefined ? {} : { domain: item.domain }),
    ...(power.startsWith("PN-") ? { item: power } : {}),
  };
}

/** What follows what was found: leads, corrections, another look. */
export const visitAfterwards: readonly Route[] = [
  siteInspections.step("countersign", {
    summary: {
      zh: "另一名执法人员签字（发现的违法逐条成为线索）",
      en: "Sign the record as the other officer; each breach becomes a lead",
    },
    allow: caseOfficers,
    body: z.strictObject({}),
    ...learnt,
    run: ({ id, learnt: found }) => ({
      type: "countersign",
      leads: breachesOf(id, found).map(({ at, lead: of }) => ({ finding: at, lead: of })),
    }),
    others: {
      members: ({ id, learnt: found }) => ({
        leads: breachesOf(id, found).map((one) => member(lead, one.lead, { expects: "new" })),
      }),
      commands: ({ id, learnt: found }) => ({
        leads: breachesOf(id, found).flatMap((one) =>
          found?.state === undefined ? [] : [leadOf(id, one, found.state)],
        ),
      }),
    },
  }),
  siteInspections.step("tell-result", {
    summary: { zh: "书面告知检查结果", en: "Tell the result in writing" },
    allow: caseOfficers,
    body: z.strictObject({
      how: z.enum(["by-hand", "mail", "electronic"]),
      text: words,
      proof: fileDigest,
      putRightBy: date.exactOptional(),
    }),
    run: ({ body }) => ({ type: "tell-result", ...body }),
  }),
  siteInspections.step("re-inspect", {
    summary: { zh: "提请复查整改情况", en: "Propose to look whether it was put right" },
    allow: caseOfficers,
    body: z.strictObject({ requested: z.boolean().default(false), ...planFields }),
    ...learnt,
    facts: async ({ id, body, runtime }) => {
      const state = await stateOf(id, runtime);
      const codes = (state?.items ?? []).map(({ code }) => code);
      return {
        ...(await visitFacts({ enterprise: state?.enterprise ?? "", items: codes, officers: body.officers }, runtime)),
        next: state?.next === undefined ? undefined : factReference(siteInspection, state.next),
      };
    },
    run: ({ id, body, facts, learnt: found }) => ({
      ...{ type: "re-inspect", next: nextOf(id, found), from: body.from, requested: body.requested },
      ...(facts.next === undefined ? {} : { nextStatus: facts.next.status }),
    }),
    others: {
      members: ({ id, learnt: found }) => ({
        visits: found?.state === undefined ? [] : [member(siteInspection, nextOf(id, found), { expects: "new" })],
        registers: found?.state === undefined ? [] : [member(enterprise, found.state.enterprise)],
      }),
      commands: ({ id, body: { requested: _requested, ...body }, learnt: found, facts }) => {
        const state = found?.state;
        if (state === undefined) return { visits: [], registers: [] };
        const premises = facts.enterprise?.premises.find(({ address }) => address === state.address)?.id ?? "";
        const plan = {
          ...{ type: "propose" as const, ...body, enterprise: state.enterprise, premises, separately: `复查${id}` },
          items: state.items.map(({ code }) => code),
          occasion: { kind: "re-inspection" as const, ref: id },
        };
        return {
          visits: [{ ...plan, ...visitKnown(facts), lead: undefined }],
          registers: [bookingOf(nextOf(id, found), plan, facts.items)],
        };
      },
    },
  }),
];

/** The inspection that looks again; after one that came to nothing, another. */
const nextOf = (id: string, found: Learnt) =>
  digestOf(`re-inspection|${id}|${found?.state?.next ?? ""}`)
    .slice(0, 20)
    .toUpperCase();
