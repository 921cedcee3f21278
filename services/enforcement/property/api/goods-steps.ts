import * as z from "zod";
import { fileDigest } from "../../../../shared/files/digest.ts";
import type { Route } from "../../../../shared/http/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { factReference } from "../../../../shared/store/index.ts";
import { lineOf, personOrBodyName } from "../../../../shared/text/index.ts";
import { penaltyCase } from "../../cases/index.ts";
import { caseOfficers, organHeads } from "../../common/api/roles.ts";
import { goods } from "../domain/decider.ts";
import { destructionGrounds, disposals, dueFen } from "../domain/goods.ts";
import { goodsRegister, keepers } from "./goods.ts";
import { fen, namedKeeper, words } from "./schemas.ts";

const caseOf = async ({ id, runtime }: { readonly id: string; readonly runtime: Runtime }) => ({
  of: factReference(penaltyCase, (await runtime.store.load(goods, id))?.state.case ?? ""),
});
const house = [...keepers, ...organHeads] as const;
const document = lineOf(100, 2);

/** What is done with an item where it lies. */
const keeping: readonly Route[] = [
  goodsRegister.step("move", {
    summary: { zh: "移交保管（交出人、接收人均须签字）", en: "Hand it on to another keeper; both sign" },
    allow: keepers,
    body: z.strictObject({
      keeper: namedKeeper,
      place: lineOf(200, 2),
      reasons: words,
      receipt: fileDigest.exactOptional(),
      slip: fileDigest.exactOptional(),
    }),
    facts: caseOf,
    run: ({ body, facts }) => ({ type: "move", ...body, ...facts }),
  }),
  goodsRegister.step("receive", {
    summary: { zh: "接收保管（本人签字）", en: "Receive it, as its new keeper" },
    allow: keepers,
    body: z.strictObject({}),
    facts: caseOf,
    run: ({ facts }) => ({ type: "receive", ...facts }),
  }),
  goodsRegister.step("inspect", {
    summary: { zh: "查验封条和状况", en: "Record its condition and its seals" },
    allow: keepers,
    body: z.strictObject({
      condition: lineOf(200, 2),
      sealsIntact: z.boolean(),
      seals: z.array(lineOf(40)).max(20),
      pictures: z.array(fileDigest).max(20),
    }),
    facts: caseOf,
    run: ({ body, facts }) => ({ type: "inspect", ...body, ...facts }),
  }),
  goodsRegister.step("note-cost", {
    summary: { zh: "登记保管、检测费用（由本镇承担）", en: "Record what keeping or testing it cost the town" },
    allow: keepers,
    body: z.strictObject({
      what: z.enum(["keeping", "testing", "transport"]),
      amountFen: fen.min(1),
      bearer: z.enum(["town", "party"]),
    }),
    facts: caseOf,
    run: ({ body, facts }) => ({ type: "note-cost", ...body, ...facts }),
  }),
  goodsRegister.step("sell-perishable", {
    summary: { zh: "拍卖、变卖易腐财物（款项代管）", en: "Sell what would spoil; its money stays in its place" },
    allow: organHeads,
    body: z.strictObject({
      amountFen: fen,
      marketFen: fen.min(1),
      reasons: words,
      record: fileDigest,
      account: lineOf(60, 4),
    }),
    facts: caseOf,
    run: ({ body, facts }) => ({ type: "sell-perishable", ...body, ...facts }),
  }),
  goodsRegister.step("note-loss", {
    summary: { zh: "登记损毁、灭失（本镇赔偿）", en: "Record loss or damage, which the town makes good" },
    allow: house,
    body: z.strictObject({ what: z.enum(["lost", "damaged"]), valueFen: fen.min(1), reasons: words }),
    facts: caseOf,
    run: ({ body, facts }) => ({ type: "note-loss", ...body, ...facts }),
  }),
  goodsRegister.step("compensate", {
    summary: { zh: "赔偿灭失财物", en: "Pay for what was lost" },
    allow: organHeads,
    body: z.strictObject({ paidFen: fen, receipt: document }),
    facts: caseOf,
    run: ({ body, facts }) => ({ type: "compensate", ...body, ...facts }),
    tries: ({ state }) => (state === undefined ? [] : [{ paidFen: dueFen(state), receipt: "凭证" }]),
  }),
];

/** Back to its owner. */
const returning: readonly Route[] = [
  goodsRegister.step("give-back", {
    summary: { zh: "退还（权利人签收，款项一并退）", en: "Give it back to its owner, who signs; with its money" },
    allow: keepers,
    body: z.strictObject({
      to: z.enum(["owner", "legal-representative", "agent"]),
      name: personOrBodyName,
      acknowledgement: fileDigest,
      authority: fileDigest.exactOptional(),
      paidFen: fen,
    }),
    facts: caseOf,
    run: ({ body, facts }) => ({ type: "give-back", ...body, ...facts }),
  }),
  goodsRegister.step("call-owner", {
    summary: { zh: "公告认领", en: "Call its owner by public notice" },
    allow: keepers,
    body: z.strictObject({ where: lineOf(200, 2) }),
    facts: caseOf,
    run: ({ body, facts }) => ({ type: "call-owner", ...body, ...facts }),
  }),
  goodsRegister.step("turn-in", {
    summary: { zh: "公告期满无人认领，上缴国库", en: "Nobody came in time: pay it in to the treasury" },
    allow: organHeads,
    body: z.strictObject({ receipt: document, reasons: words }),
    facts: caseOf,
    run: ({ body, facts }) => ({ type: "turn-in", ...body, ...facts }),
  }),
  goodsRegister.step("take-back", {
    summary: { zh: "登记其他机关退回的财物", en: "Another organ gave it back" },
    allow: caseOfficers,
    body: z.strictObject({ organ: lineOf(100, 2), document }),
    facts: caseOf,
    run: ({ body, facts }) => ({ type: "take-back", ...body, ...facts }),
  }),
];

/** CF-74a: deciding and disposing are two people's. */
const disposers = ["accountant", "clerk", "reviewer", ...caseOfficers] as const;
const disposing: readonly Route[] = [
  goodsRegister.step("decide-disposal", {
    summary: { zh: "决定没收财物的处置方式", en: "Decide what becomes of confiscated goods" },
    allow: organHeads,
    body: z.strictObject({
      how: z.enum(disposals),
      ground: z.enum(destructionGrounds).exactOptional(),
      reasons: words,
    }),
    facts: caseOf,
    run: ({ body, facts }) => ({ type: "decide-disposal", ...body, ...facts }),
  }),
  goodsRegister.step("realise", {
    summary: { zh: "拍卖或者变价，款项缴库", en: "Sell it as decided; all goes to the treasury" },
    allow: disposers,
    body: z.strictObject({ amountFen: fen, interestFen: fen.default(0), receipt: document, record: fileDigest }),
    facts: caseOf,
    run: ({ body, facts }) => ({ type: "realise", ...body, ...facts }),
  }),
  goodsRegister.step("destroy", {
    summary: { zh: "销毁（两名以上见证人，全程记录）", en: "Destroy it before two witnesses, recorded" },
    allow: disposers,
    body: z.strictObject({
      witnesses: z.array(personOrBodyName).max(10),
      record: fileDigest,
      recording: fileDigest.exactOptional(),
    }),
    facts: caseOf,
    run: ({ body, facts }) => ({ type: "destroy", ...body, ...facts }),
  }),
  goodsRegister.step("give-over", {
    summary: { zh: "移交法定接收单位", en: "Give it to the organ that takes such goods by law" },
    allow: disposers,
    body: z.strictObject({ organ: lineOf(100, 2), receipt: document, record: fileDigest }),
    facts: caseOf,
    run: ({ body, facts }) => ({ type: "give-over", ...body, ...facts }),
  }),
];

/** What becomes of an item, step by step. */
export const goodsSteps: readonly Route[] = [...keeping, ...returning, ...disposing];
