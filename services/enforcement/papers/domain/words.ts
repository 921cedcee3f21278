import { Temporal } from "temporal-polyfill";
import { reviewPeriods } from "../../../../shared/case-rules/remedies.ts";
import { capitalAmount } from "../../../../shared/money/capital-amount.ts";
import { fen } from "../../../../shared/money/index.ts";
import type { Block, Field } from "../../../../shared/papers/content.ts";
import { inChinese, plainDate } from "../../../../shared/papers/words.ts";
import type { TownProfile } from "../../../../shared/town/profile.ts";
import type { CaseAct, CaseOfficer, CaseParty } from "../../cases/domain/case/case.ts";
import type { EvidenceKind } from "../../cases/domain/case/evidence-kinds.ts";
import type { Charge } from "../../cases/domain/proceeding/proceeding.ts";
import type { Dossier } from "./dossier.ts";

export const penaltyLaw = "《中华人民共和国行政处罚法》";
export const coercionLaw = "《中华人民共和国行政强制法》";

export const paragraph = (text: string): Block => ({ kind: "paragraph", text });
export const heading = (text: string): Block => ({ kind: "heading", text });
export const form = (...rows: readonly (readonly Field[])[]): Block => ({ kind: "form", rows });
export const row = (label: string, value: string, lines?: number): Field[] => [
  { label, value, ...(lines === undefined ? {} : { lines }) },
];
export const pair = (one: readonly [string, string], other: readonly [string, string]): Field[] =>
  [one, other].map(([label, value]) => ({ label, value }));

/** A text that somebody wrote, each line a paragraph. */
export const paragraphs = (text: string): Block[] =>
  text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map(paragraph);

/** Without the mark at its end, so that a sentence can go on. */
export const clause = (text: string): string => text.trim().replace(/[。；;.]+$/, "");

/** How a paper speaks to its party. */
export const you = ({ kind }: Pick<CaseParty, "kind">): string => (kind === "organisation" ? "你单位" : "你");

/** CF-57c: an individual business is written with the name of the firm and of its operator. */
export const fullName = ({ name, operator }: Pick<CaseParty, "name" | "operator">): string =>
  operator === undefined ? name : `${name}（经营者：${operator}）`;

/** CF-59(1): who the party is: name, number, address, telephone. */
export const partyRows = (party: CaseParty): Field[][] => [
  row(party.kind === "sole-trader" ? "字号名称（经营者）" : "当事人", fullName(party)),
  pair(
    [party.kind === "organisation" ? "统一社会信用代码" : "身份证件号码", party.idNumber],
    ["联系电话", party.phone],
  ),
  row(party.kind === "citizen" ? "住址" : "住所", party.address),
];

/** A sum in figures and in capitals (大写). */
export const money = (amountFen: number): string =>
  `人民币${(amountFen / 100).toFixed(2)}元（大写：${capitalAmount(fen(amountFen))}）`;

const evidenceWords: Readonly<Record<EvidenceKind, string>> = {
  documentary: "书证",
  physical: "物证",
  "audio-visual": "视听资料",
  electronic: "电子数据",
  testimony: "证人证言",
  "party-statement": "当事人的陈述",
  "expert-opinion": "鉴定意见",
  "inspection-record": "勘验笔录、现场笔录",
};
export const evidenceWord = (kind: EvidenceKind): string => evidenceWords[kind];

/** CF-40: each fact and the evidence that proves it, in the words of the file. A witness is not named. */
export function evidenceLines(ids: readonly string[], { pieces }: Pick<Dossier, "pieces">): string[] {
  const found = ids.flatMap((id) => pieces.find((one) => one.id === id) ?? []);
  return found.map(({ state: { kind, files, proves } }, at) => {
    const titles = files.map(({ title }) => `《${title}》`).join("、");
    return `${at + 1}. ${evidenceWords[kind]}：${titles}，证明${clause(proves)}；`;
  });
}

/** The penalties of a charge in figures and words: 警告；罚款人民币… */
export function penaltiesOf({ kinds, fine, confiscation }: Charge): string {
  const gains = confiscation === undefined ? 0 : confiscation.gainsFen - confiscation.refundsFen;
  const goods = confiscation?.goods ?? [];
  const parts = kinds.map((kind) => {
    if (kind === "罚款" && fine !== undefined) return `罚款${money(fine.amountFen)}`;
    if (kind === "没收违法所得") return `没收违法所得${money(gains)}`;
    if (kind === "没收非法财物") return `没收非法财物${goods.length === 0 ? "" : `（${goods.join("、")}）`}`;
    return kind;
  });
  return parts.join("；");
}

/** The order to correct that goes with every penalty (CF-28). */
export const orderOf = ({ order }: Pick<Charge, "order">): string =>
  `责令${order.by === undefined ? "立即" : `于${plainDate(order.by)}前`}改正：${clause(order.text)}`;

/** The acts by their names, each once: 案由. */
export const matterOf = (acts: readonly Pick<CaseAct, "name">[]): string =>
  [...new Set(acts.map(({ name }) => name.zh))].join("；");

/** When an act was done. */
export const whenDone = ({ from, until }: Pick<CaseAct, "from" | "until">): string =>
  until === undefined
    ? `${plainDate(from)}起（仍在继续）`
    : until === from
      ? plainDate(from)
      : `${plainDate(from)}至${plainDate(until)}`;

/** CF-42: two officers with their certificates. */
export const officersOf = (officers: readonly CaseOfficer[]): string =>
  officers.map(({ name, certificate }) => `${name}（执法证号：${certificate}）`).join("、");

/** An instant as the clock of the town shows it. @param instant ISO */
export function clockTime(instant: string): string {
  const { hour, minute } = Temporal.Instant.from(instant).toZonedDateTimeISO("Asia/Shanghai");
  return `${hour}时${String(minute).padStart(2, "0")}分`;
}

/** Room for a signature and its day. */
export const byHand = "　　　　　　　　　　　　年　　月　　日";

/**
 * CF-59(5), FY-20, FY-24, SS-46: before whom and for how long the act can be attacked, and that this does not stop it.
 * @param suit of an order about land, suit is open for fifteen days (QZ-44b)
 * @param meanwhile what they mean for the act; nothing is demolished while one is open (QZ-44)
 */
export function remedies(
  act: string,
  party: Pick<CaseParty, "kind">,
  town: Pick<TownProfile, "enforcement" | "documents">,
  suit: "six-months" | "fifteen-days" = "six-months",
  meanwhile = `行政复议、行政诉讼期间，${act}不停止执行，法律另有规定的除外。`,
): string {
  const { organ, days } = town.enforcement.review;
  const within = suit === "six-months" ? `${inChinese(reviewPeriods.suitMonths)}个月` : "十五日";
  return `${you(party)}如不服${act}，可以自收到之日起${inChinese(days)}日内向${organ.zh}申请行政复议，也可以自收到之日起${within}内依法向${town.documents.court.zh}提起行政诉讼。${meanwhile}`;
}

/** FY-23: against a penalty on the spot review comes first, then suit within fifteen days of its decision (SS-45). */
export function reviewFirst(
  act: string,
  party: Pick<CaseParty, "kind">,
  town: Pick<TownProfile, "enforcement" | "documents">,
): string {
  const { organ, days } = town.enforcement.review;
  return `${you(party)}如不服${act}，应当自收到之日起${inChinese(days)}日内先向${organ.zh}申请行政复议（《中华人民共和国行政复议法》第二十三条）；对行政复议决定不服的，可以自收到行政复议决定书之日起十五日内向${town.documents.court.zh}提起行政诉讼。`;
}
