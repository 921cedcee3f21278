import * as z from "zod";
import { fileDigest } from "../../../../shared/files/digest.ts";
import type { Route } from "../../../../shared/http/index.ts";
import { mostFen } from "../../../../shared/money/index.ts";
import { certificatesOf, type Runtime } from "../../../../shared/service/index.ts";
import { sha256 as digestOf, factReference, factReferences, member } from "../../../../shared/store/index.ts";
import { lineOf, personOrBodyName, titled } from "../../../../shared/text/index.ts";
import { caseOfficers, organHeads } from "../../common/api/roles.ts";
import { knownOfficer } from "../../common/domain/known-power.ts";
import { lead } from "../../leads/domain/decider.ts";
import { enterprise } from "../domain/enterprise/decider.ts";
import type { Enterprise } from "../domain/enterprise/enterprise.ts";
import { siteInspection } from "../domain/visit/decider.ts";
import { findingResults, isBreach, type SiteInspection, scanReasons } from "../domain/visit/visit.ts";
import { date, id as idOf, itemCode, office, person, powerCode, reasons, there, words } from "./bodies.ts";
import { bookingOf, visitFacts, visitKnown } from "./proposal.ts";
import { planFields, siteInspections } from "./visits.ts";

const stateOf = async (id: string, { store }: Runtime) => (await store.load(siteInspection, id))?.state;
interface Found {
  readonly state: SiteInspection | undefined;
}
type Learnt = Found | undefined;

const learnt = {
  learn: async ({ id, runtime }: { readonly id: string; readonly runtime: Runtime }): Promise<Found> => ({
    state: await stateOf(id, runtime),
  }),
  learnsFromTable: true,
};

/** The conflicts that its enterprise has on record. */
const nearness = async ({ id, runtime }: { readonly id: string; readonly runtime: Runtime }) => {
  const state = await stateOf(id, runtime);
  return { enterprises: factReferences(enterprise, state === undefined ? [] : [state.enterprise]) };
};
const conflictsOf = ({ enterprises }: { readonly enterprises: readonly (Enterprise | undefined)[] }) => ({
  conflicts: enterprises[0]?.conflicts ?? [],
});

/** The register of its enterprise changes with it. */
const withRegister = {
  ...learnt,
  others: {
    members: ({ learnt: found }: { readonly learnt: Learnt }) => ({
      enterprises: found?.state === undefined ? [] : [member(enterprise, found.state.enterprise)],
    }),
    commands: ({ id, learnt: found }: { readonly id: string; readonly learnt: Learnt }) => ({
      enterprises: found?.state === undefined ? [] : [{ type: "release" as const, id }],
    }),
  },
};

const before: readonly Route[] = [
  siteInspections.step("approve", {
    summary: { zh: "批准检查（紧急的事后补办）", en: "Approve it; what was urgent, afterwards" },
    allow: organHeads,
    body: z.strictObject({}),
    facts: nearness,
    run: ({ facts }) => ({ type: "approve", ...conflictsOf(facts) }),
  }),
  siteInspections.step("decline", {
    summary: { zh: "不批准检查", en: "Do not approve it" },
    allow: organHeads,
    body: reasons,
    ...withRegister,
    run: ({ body }) => ({ type: "decline", ...body }),
  }),
  siteInspections.step("call-off", {
    summary: { zh: "取消未进行的检查", en: "Call off what was not held" },
    allow: [...caseOfficers, ...organHeads],
    body: reasons,
    ...withRegister,
    run: ({ body }) => ({ type: "call-off", ...body }),
  }),
  siteInspections.step("change-officers", {
    summary: { zh: "调整检查人员（说明理由）", en: "Other officers, for reasons" },
    allow: office,
    body: z.strictObject({ officers: z.array(person).min(1).max(10), reasons: words }),
    facts: async ({ id, body, runtime }) => ({
      ...(await nearness({ id, runtime })),
      certificates: await certificatesOf(knownOfficer, body.officers, runtime),
    }),
    run: ({ body, facts }) => ({
      type: "change-officers",
      ...body,
      ...conflictsOf(facts),
      certificates: there(facts.certificates),
    }),
  }),
  siteInspections.step("join", {
    summary: { zh: "并入另一次检查（综合查一次）", en: "Hold it together with another one" },
    allow: caseOfficers,
    body: z.strictObject({ into: idOf }),
    ...learnt,
    facts: async ({ id, body: { into }, runtime }) => {
      const both = await Promise.all([stateOf(id, runtime), stateOf(into, runtime)]);
      const subs = both.flatMap((one) => (one?.officers ?? []).map(({ sub }) => sub));
      return {
        target: factReferences(siteInspection, into === id ? [] : [into]),
        certificates: await certificatesOf(knownOfficer, subs, runtime),
      };
    },
    run: ({ body, facts }) => ({ type: "join", ...body, target: facts.target[0] }),
    others: {
      members: ({ id, body: { into }, learnt: found }) => ({
        others: into === id || found?.state === undefined ? [] : [member(siteInspection, into)],
        registers: into === id || found?.state === undefined ? [] : [member(enterprise, found.state.enterprise)],
      }),
      commands: ({ id, body: { into }, learnt: found, facts }) => ({
        others:
          into === id || found?.state === undefined
            ? []
            : [
                {
                  ...{ type: "take-in" as const, from: id, source: found.state },
                  certificates: there(facts.certificates),
                },
              ],
        registers: into === id || found?.state === undefined ? [] : [{ type: "merge" as const, from: id, into }],
      }),
    },
  }),
  siteInspections.step("announce", {
    summary: { zh: "事先告知企业（突击检查除外）", en: "Tell the enterprise beforehand, save of a surprise" },
    allow: caseOfficers,
    body: z.strictObject({ on: date, how: z.enum(["by-hand", "phone", "electronic"]) }),
    run: ({ body }) => ({ type: "announce", ...body }),
  }),
];

const atThePlace: readonly Route[] = [
  siteInspections.step("scan", {
    summary: { zh: "入企扫码（平台回执留存）", en: "Scan at the door; the platform's receipt is kept" },
    allow: caseOfficers,
    body: z.strictObject({ code: lineOf(200) }),
    learn: async ({ id, body, runtime }) => {
      const at = runtime.clock();
      return (await runtime.scanning?.scan({ code: body.code, inspection: id, at })) ?? "down";
    },
    run: ({ learnt: scanned }) => ({ type: "scan", scanned: scanned ?? "down" }),
  }),
  siteInspections.step("enter", {
    summary: { zh: "出示证件和检查通知书后进入", en: "Enter, cards and notice shown" },
    allow: caseOfficers,
    body: z.strictObject({
      shown: titled(z.strictObject({ cards: z.boolean(), notice: z.boolean() }), { zh: "出示", en: "Shown" }),
      withoutScan: z.strictObject({ ground: z.enum(scanReasons), reasons: words }).exactOptional(),
    }),
    ...learnt,
    facts: async ({ id, runtime }) => {
      const state = await stateOf(id, runtime);
      const subs = (state?.officers ?? []).map(({ sub }) => sub);
      const codes = (state?.items ?? []).map(({ code }) => code);
      return visitFacts({ enterprise: state?.enterprise ?? "", items: codes, officers: subs }, runtime);
    },
    run: ({ body, facts }) => ({ type: "enter", ...body, ...visitKnown(facts) }),
    others: {
      members: ({ learnt: found }) => ({
        registers: found?.state === undefined ? [] : [member(enterprise, found.state.enterprise)],
      }),
      commands: ({ id, learnt: found }) => ({
        registers: found?.state === undefined ? [] : [{ type: "note-held" as const, id }],
      }),
    },
  }),
  siteInspections.step("note-not-held", {
    summary: { zh: "未能进行（无人、拒绝检查等）", en: "It did not take place: nobody there, or refused" },
    allow: caseOfficers,
    body: z.strictObject({ ground: z.enum(["closed", "refused", "force-majeure"]), reasons: words }),
    ...withRegister,
    run: ({ body }) => ({ type: "note-not-held", ...body }),
  }),
  siteInspections.step("record", {
    summary: {
      zh: "现场检查笔录（另一人签字前可以更正）",
      en: "The on-site record; anew until the other officer has signed",
    },
    allow: caseOfficers,
    body: z.strictObject({
      findings: z
        .array(
          z.strictObject({
            item: itemCode,
            point: lineOf(40),
            result: z.enum(findingResults),
            power: powerCode.exactOptional(),
            note: words.exactOptional(),
          }),
        )
        .min(1)
        .max(200),
      summary: words,
      sha256: fileDigest,
      pages: z.int().min(1).max(500),
      files: z.array(fileDigest).max(50).default([]),
      signing: z.discriminatedUnion("how", [
        z.strictObject({ how: z.literal("signed"), name: personOrBodyName, signedPages: z.int().min(0).max(500) }),
        z.strictObject({
          how: z.enum(["refused", "absent"]),
          reasons: words,
          witness: personOrBodyName.exactOptional(),
        }),
      ]),
      lateReasons: words.exactOptional(),
      chargedFen: z.int().min(0).max(mostFen).default(0),
    }),
    run: ({ body }) => ({ type: "record", ...body }),
  }),
];

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

const afterwards: readonly Route[] = [
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

/** What becomes of an inspection, step by step. */
export const visitSteps: readonly Route[] = [...before, ...atThePlace, ...afterwards];
