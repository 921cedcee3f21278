import { Temporal } from "temporal-polyfill";
import { isRejection } from "../../../../../shared/decider/index.ts";
import { inForceOn } from "../../../../../shared/powers-in-force/index.ts";
import { powerFault } from "../../../common/domain/power.ts";
import { twoOfficers } from "../../../common/domain/two-officers.ts";
import type { AtGate, GateRow, Judged } from "./gate.ts";
import type { KnownAct } from "./known-case.ts";
import { actsStand, domainsOf } from "./people.ts";

/** The acts that are charged; before that, all acts of the party. */
const actsOf = ({ state, of }: AtGate): readonly KnownAct[] => {
  const charged = state.charges?.items.map(({ act }) => act);
  return of.acts.filter(({ id, by }) => charged?.includes(id) ?? by.includes(state.party.id));
};

/** CF-38, P5: on the day of the act and today; and of all acts in the name of one organ. */
function powerMissing(at: AtGate): Judged {
  const { grounds, context } = at;
  const { town, today } = context;
  const acts = actsOf(at);
  const weak = acts.filter(({ code, from, until, place }) => {
    const power = grounds.powers[code];
    // An act that goes on is one of today.
    const days = [until === undefined ? today : Temporal.PlainDate.from(until < from ? from : until), today];
    return days.some((on) => powerFault(code, power, { on, place }, town) !== undefined);
  });
  const codes = [...new Set(weak.map(({ code }) => code))].join("、");
  if (weak.length > 0)
    return {
      zh: `${codes}在行为日或者今天不在本镇职权内`,
      en: `${codes}: not the town's power on the day of the act or today`,
    };
  const organs = new Set(acts.map(({ code }) => organOf(at, code)));
  return organs.size > 1
    ? {
        zh: "各行为以不同机关名义处罚，须分案决定",
        en: "The acts are punished in the names of several organs: split the case",
      }
    : undefined;
}

const organOf = ({ grounds, context }: AtGate, code: string): string => {
  const power = grounds.powers[code];
  const answer = power === undefined ? undefined : inForceOn(power, context.today);
  return answer?.inForce === true ? answer.inWhoseName.uscc : "";
};

/** CF-42: two officers of the case, each certified today for each of its domains. */
function officersMissing({ of, grounds: { officers }, context: { today, town } }: AtGate): Judged {
  const fit = of.officers.filter(({ sub }) => actsStand(of.recusals, sub)).map(({ sub }) => sub);
  const two = twoOfficers(fit, { officers, domains: domainsOf(of), on: today, town });
  return isRejection(two)
    ? { zh: "两名以上具有执法资格的执法人员", en: "Two officers with a certificate in force for the domain" }
    : undefined;
}

/** CF-43: nobody waits for the head's word; what a recused officer did, another did again. */
function recusalsMissing({ of, state: { charges, notice } }: AtGate): Judged {
  if (of.recusals.some(({ decided }) => decided === undefined))
    return { zh: "回避申请尚未决定", en: "A recusal waits for the head's decision" };
  const acted = [charges?.by, charges?.signedBy, notice?.by, notice?.signedBy];
  const undone = acted.some((sub) => sub !== undefined && !actsStand(of.recusals, sub));
  return undone
    ? { zh: "被决定回避人员的行为须重新进行", en: "What a recused officer did must be done again" }
    : undefined;
}

/** QZ-27, CF-56a: what is kept for evidence is settled; what is sealed or seized is within its term. */
function measuresMissing({ of, state, context: { today } }: AtGate): Judged {
  const confiscates = state.charges?.items.some(({ kinds }) => kinds.includes("没收非法财物")) === true;
  const on = today.toString();
  const left = (of.measures ?? []).filter(
    ({ kind, until, ended, party }) =>
      ended === undefined &&
      (party === undefined || party === state.party.id) &&
      (until < on || (kind === "preservation" && !confiscates)),
  );
  return left.length === 0
    ? undefined
    : { zh: "先行登记保存或者查封、扣押的财物尚未处理", en: "Goods preserved, sealed or seized are not settled" };
}

/** What the case must have before any of its parties is judged. */
export const gatesOfCase: readonly GateRow[] = [
  {
    id: "filed",
    title: { zh: "已立案且正在调查", en: "The case is on file and being investigated" },
    ...{ article: "行政处罚法54", rule: "CF-54" },
    judge: ({ of }) =>
      of.status === "investigating" && of.filedOn !== undefined
        ? undefined
        : { zh: "案件未立案、已中止或者已了结", en: "The case is not filed, suspended or over" },
  },
  {
    id: "power",
    title: { zh: "处罚职权有效", en: "The power is in force" },
    ...{ article: "行政处罚法38", rule: "CF-38" },
    judge: powerMissing,
  },
  {
    id: "officers",
    title: { zh: "两名以上执法人员", en: "Two certified officers" },
    ...{ article: "行政处罚法42", rule: "CF-42" },
    judge: officersMissing,
  },
  {
    id: "recusals",
    title: { zh: "回避申请已决定", en: "Recusals are decided" },
    ...{ article: "行政处罚法43", rule: "CF-43" },
    judge: recusalsMissing,
  },
  {
    id: "report",
    title: { zh: "调查终结报告", en: "The report that ends the investigation" },
    ...{ article: "行政处罚法54、57", rule: "CF-57" },
    judge: ({ of }) =>
      of.report === undefined ? { zh: "调查尚未终结", en: "The investigation is not over" } : undefined,
  },
  {
    id: "crime",
    title: { zh: "没有犯罪嫌疑", en: "No crime is suspected" },
    ...{ article: "行政处罚法27、57(1)(4)", rule: "CF-27" },
    judge: ({ of }) =>
      of.report?.suspectedCrime === true
        ? { zh: "涉嫌犯罪，应当移送司法机关", en: "A crime is suspected: the case goes to the police" }
        : undefined,
  },
  {
    id: "measures",
    title: { zh: "财物措施已处理", en: "Measures on goods are settled" },
    ...{ article: "行政处罚法56，行政强制法27、28", rule: "QZ-27" },
    judge: measuresMissing,
  },
];
