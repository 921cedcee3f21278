import * as z from "zod";
import { captain, legalReviewer, mayor, officer } from "../people.ts";
import { line, table } from "../show.ts";
import type { Week } from "../week.ts";
import { type Accused, fileOf } from "./cases.ts";
import { netCafe } from "./team.ts";

const number = z.object({ text: z.object({ zh: z.string() }) });
const view = z.object({
  id: z.string(),
  status: z.string(),
  priorNotice: z
    .object({
      number,
      served: z.object({ defence: z.object({ due: z.string().nullable(), provisional: z.boolean() }) }).optional(),
      statements: z.array(z.object({ id: z.string(), points: z.array(z.string()) })),
    })
    .optional(),
  decision: z.object({ number, fineFen: z.int() }).optional(),
  remedyNotice: z.object({ review: z.object({ due: z.string().nullable() }).optional() }).optional(),
});
const caseRead = z.object({ evidence: z.array(z.object({ id: z.string() })) });
const gates = z.object({
  parties: z.array(
    z.object({
      gates: z.array(
        z.object({
          title: z.object({ zh: z.string(), en: z.string() }),
          article: z.string(),
          done: z.boolean(),
          needless: z.literal(true).optional(),
          missing: z.object({ zh: z.string() }).optional(),
        }),
      ),
    }),
  ),
});

/** Charges, the notice, its delivery; and the defence in the party's own words (CF-44, CF-45). */
export async function tellTheParty(
  week: Week,
  of: string,
  { login }: Accused,
  fine: { readonly amountFen: number; readonly tier: string },
): Promise<string> {
  const { town } = week;
  const { id } = await town.post("/enforcement/proceedings", { case: of, party: "P1" }, view, officer(1));
  const step = (verb: string, body: object, by = officer(1)) => town.post(at(id, verb), body, view, by);
  const { evidence } = await town.get(`/enforcement/cases/${of}`, caseRead, officer(1));
  await step("charge", { charges: [chargeOf(evidence, fine)] });
  await step("countersign", {}, officer(2));
  await step("notify", {});
  await step("issue-notice", {}, officer(2));
  await confirmAddress(week, id, login);
  await handOver(week, id, "notice");
  const said = await step("state-defence", { points: ["已经装上身份证读卡器，请从轻"] }, login);
  const statement = said.priorNotice?.statements[0]?.id ?? "";
  const answers = [{ statement, point: 0, taken: false, reasons: "改正在案发之后，金额已在一般档下部" }];
  await step("review-defence", { answers });
  line(
    `${said.priorNotice?.number.text.zh} 送达，陈述申辩至 ${said.priorNotice?.served?.defence.due}；当事人自己申辩，逐项答复`,
    "told, heard and answered point by point",
  );
  return id;
}

const at = (id: string, verb: string) => `/enforcement/proceedings/${id}/${verb}`;

const chargeOf = (evidence: readonly { readonly id: string }[], fine: object) => ({
  ...{ act: "A1", code: netCafe, competing: [], kinds: ["罚款"] },
  facts: [{ text: "接纳两名未成年人上网", evidence: evidence.map(({ id }) => id) }],
  circumstances: {
    ...{ slight: false, harm: "slight", corrected: true, faultless: false, serious: false, orderUnmet: false },
    grounds: [],
  },
  fine: { ...fine, grounds: [] },
  order: { text: "不得接纳未成年人，逐人核验身份" },
});

/** CF-63: a fine of this size gives a right to a hearing; he asks for it himself. */
export async function askHearing(week: Week, id: string, { login }: Accused): Promise<void> {
  await week.town.act(at(id, "request-hearing"), {}, login);
  await week.town.settle();
  line("罚款达到听证标准，当事人要求听证", "the fine gives a right to a hearing, and he asks for it");
}

/** Where he takes papers, signed by him (CF-61). */
const confirmAddress = ({ town }: Week, proceeding: string, login: Accused["login"]) =>
  town.act(
    "/enforcement/address-confirmations",
    { proceeding, address: "广通镇人民路〔示例〕1号", signed: fileOf(`${proceeding} 地址`) },
    login,
  );

/** The paper is handed over today: so the proceeding has its day. */
export async function handOver({ town, today }: Week, proceeding: string, kind: "notice" | "decision"): Promise<void> {
  const { party } = await town.get(
    `/enforcement/proceedings/${proceeding}`,
    z.object({ party: z.object({ kind: z.string() }) }),
    officer(1),
  );
  const delivery = await town.made("/enforcement/deliveries", { proceeding, paper: { kind } }, officer(1));
  const to = party.kind === "organisation" ? "legal-representative" : "self";
  const taken = { on: today.toString(), to, signedBy: "当事人", proof: fileOf(`${delivery} 回证`) };
  await town.act(`/enforcement/deliveries/${delivery}/deliver-by-hand`, taken, officer(1));
}

/** The steps before a decision, done and missing, each with its article. */
export async function showGates({ town }: Week, of: string): Promise<void> {
  const { parties } = await town.get(`/enforcement/cases/${of}/gates`, gates, captain);
  table(
    ["决定前的步骤 before the decision", "条 article", ""],
    (parties[0]?.gates ?? []).map(({ title, article, done, needless, missing }) => [
      `${title.zh} ${title.en}`,
      article,
      needless === true ? "—" : done ? "✓" : (missing?.zh ?? "✗"),
    ]),
  );
}

/** CF-57, CF-58: a complex case is read by the legal reviewer, and the leaders agree on it together. */
export async function weighTogether({ town, today }: Week, id: string): Promise<void> {
  await town.act(at(id, "legal-review"), { conclusion: "agreed", opinion: "程序合法，裁量适当" }, legalReviewer);
  const members = [mayor.sub, captain.sub, "head-safety-rule-of-law"];
  const meeting = { members, agreedOn: "punish", minutes: fileOf(`${id} 笔录`), on: today.toString() };
  await town.act(at(id, "discuss"), meeting, captain);
}

/** The head decides. The decision is handed over, and remedies run from there. */
export async function decideIt(week: Week, id: string, accused: Accused): Promise<void> {
  const { priorNotice } = await week.town.get(`/enforcement/proceedings/${id}`, view, officer(1));
  if (priorNotice?.served?.defence.provisional === true) await waiveTheRest(week, id, accused);
  const decision = {
    ...{ outcome: "punish", reasons: "事实清楚、证据确凿" },
    performance: { how: "收到决定书之日起十五日内缴纳", bank: "农商行广通支行〔示例〕", surcharge: true },
  };
  const decided = await week.town.post(at(id, "decide"), decision, view, captain);
  await handOver(week, id, "decision");
  await week.town.settle();
  const { remedyNotice } = await week.town.get(`/enforcement/proceedings/${id}`, view, officer(1));
  line(
    `${decided.decision?.number.text.zh} 罚款 ${(decided.decision?.fineFen ?? 0) / 100} 元，当日送达；复议至 ${remedyNotice?.review?.due}`,
    "decided by the head and handed over",
  );
}

/** In a year whose holidays nobody announced yet the last day of a term may move: there the party gives the rest of it up. */
async function waiveTheRest({ town }: Week, id: string, { login }: Accused): Promise<void> {
  await town.act(at(id, "waive"), { rights: ["defence"] }, login);
  line("该年节假日安排尚未公布，期限末日未定：当事人明确放弃剩余期限", "the party gives up what is left of the term");
}

/** What must be refused while steps are missing. */
export async function refuseToDecide({ town }: Week, id: string): Promise<void> {
  const early = { outcome: "punish", reasons: "事实清楚" };
  const { code, details } = await town.refuses("enforcement.steps-missing", at(id, "decide"), early, captain);
  const missing = z.array(z.string()).parse(details?.missing);
  line(`尚缺步骤不得决定（${code}）：${missing.join("、")}`, "not decided while a step is missing");
}

/** All is paid and put right: the proceeding ends, and the case closes with its file complete (CF-57a). */
export async function closeIt({ town, today }: Week, of: string, id: string): Promise<void> {
  const right = { performed: { what: "order", on: today.toString() }, proof: fileOf(`${id} 改正`) };
  const performed = await town.post(at(id, "perform"), right, z.object({ left: z.array(z.string()) }), officer(1));
  await town.act(at(id, "end"), { ground: "performed" }, officer(1));
  const close = `/enforcement/cases/${of}/close`;
  const { status } = await town.post(
    close,
    { report: fileOf(`${of} 结案`) },
    z.object({ status: z.string() }),
    captain,
  );
  line(`履行完毕（未履行 ${performed.left.length} 项），结案 ${status}`, "performed, ended, closed");
}
