import { wasPunishedFor } from "../penal-record/penal-record.ts";
import { ageOn, wasIncapable } from "./capacity.ts";
import { evidenceFault } from "./charging.ts";
import type { AtGate, GateRow, Judged } from "./gate.ts";
import { lawFault, lawThatCounts } from "./law.ts";
import { needsFault } from "./needs-proved.ts";
import { partyNow, proceedingId } from "./said.ts";

/** CF-42: proposed by one officer, signed by another. */
const chargesMissing = ({ state: { charges } }: AtGate): Judged =>
  charges?.signedBy === undefined
    ? { zh: "违法事实和处理建议须由两名执法人员签署", en: "Two officers sign the charges" }
    : undefined;

/** CF-40: also of evidence that was excluded since. */
function evidenceMissing({ state: { charges }, of }: AtGate): Judged {
  const items = charges?.items ?? [];
  const fault = items.map((one) => evidenceFault(one, of, "")).find((one) => one !== undefined);
  return items.length > 0 && fault === undefined
    ? undefined
    : { zh: "违法事实没有经核实的证据证明", en: "A fact has no evidence that was established" };
}

/**
 * CF-46a: a digest proves nothing without its file. All evidence of the acts of the party counts, also what speaks for him;
 * what is excluded or not signed is none.
 */
function filesMissing({ state, of }: AtGate): Judged {
  const named = new Set(state.charges?.items.flatMap(({ facts }) => facts.flatMap(({ evidence }) => evidence)));
  const acts = new Set(of.acts.filter(({ by }) => by.includes(state.party.id)).map(({ id }) => id));
  const lacking = of.evidence.filter(
    ({ id, established, excluded, acts: proves, sha256 }) =>
      established &&
      excluded === undefined &&
      (named.has(id) || proves.some((one) => acts.has(one))) &&
      sha256.some((one) => !of.files.includes(one)),
  );
  if (lacking.length === 0) return undefined;
  const ids = lacking.map(({ id }) => id);
  return {
    zh: `证据${ids.join("、")}的文件尚未收到，只有校验值`,
    en: `The files of evidence ${ids.join(", ")} have not come in, only their digests`,
  };
}

/** CF-34a, CF-37: also by the law and the list of today. CF-28: an order that fell since proves nothing. */
function amountMissing({ state, of, grounds, context }: AtGate): Judged {
  const { penalties } = grounds;
  const today = context.today.toString();
  const items = state.charges?.items ?? [];
  const party = partyNow(state, of);
  const sound = items.every((charge) => {
    const act = of.acts.find(({ id }) => id === charge.act);
    if (act === undefined || needsFault({ state, act, charge, today }, grounds, "") !== undefined) return false;
    const law = lawThatCounts({ charge, act, party, penalties }, context, "");
    if ("rejected" in law) return false;
    return lawFault({ charge, act, party, law, penalties }, context, "") === undefined;
  });
  const punishes = items.some(({ kinds }) => kinds.length > 0);
  return sound && punishes
    ? undefined
    : { zh: "处罚种类或者数额没有法律依据", en: "A kind or a sum is not what the law allows" };
}

/** CF-30, CF-31: neither a child nor somebody without capacity is punished. */
function capacityMissing({ state, of }: AtGate): Judged {
  const { charges } = state;
  const party = partyNow(state, of);
  const acts = of.acts.filter(({ id }) => charges?.items.some(({ act }) => act === id) === true);
  if (acts.some(({ from, until }) => ageOn(party, until ?? from) === "none"))
    return {
      zh: "行为时不满十四周岁，不予处罚，责令监护人管教",
      en: "Under fourteen: no penalty, the guardian is told to discipline",
    };
  return acts.some(({ from, until }) => wasIncapable(party, until ?? from))
    ? { zh: "行为时不能辨认或者控制自己的行为，不予处罚", en: "Without capacity at the time: no penalty" }
    : undefined;
}

/** CF-33: slight, corrected and harmless, or without fault: no penalty. */
const leniencyMissing = ({ state: { charges } }: AtGate): Judged =>
  charges?.items.some(
    ({ circumstances: { slight, corrected, harm, faultless } }) =>
      (slight && corrected && harm === "none") || faultless,
  ) === true
    ? {
        zh: "违法行为轻微并及时改正、没有危害后果，或者没有主观过错，不予处罚",
        en: "Slight, corrected and harmless, or without fault: no penalty",
      }
    : undefined;

/** CF-27b: no fine after the fine of a court. CF-29: also an act that another officer punished on the spot is fined once. */
function fineMissing({ state, of, grounds: { records } }: AtGate): Judged {
  if (
    of.police?.courtFined?.includes(state.party.id) === true &&
    state.charges?.items.some(({ fine }) => fine !== undefined)
  )
    return {
      zh: "人民法院已对当事人判处罚金，不再给予罚款（行政处罚法第三十五条第二款）",
      en: "A court has fined the party: the town fines him no more (Administrative Penalty Law art. 35(2))",
    };
  const own = proceedingId(state.case, state.party.id);
  const again = (state.charges?.items ?? []).some(({ act: id, code, fine, otherAct }) => {
    const act = of.acts.find((one) => one.id === id);
    const actOn = act?.until ?? act?.from ?? "";
    return fine !== undefined && otherAct === undefined && wasPunishedFor(records[code], { of: own, actOn });
  });
  return again
    ? {
        zh: "当事人当日的同类行为已受处罚：须说明不是同一个违法行为，或者不再罚款",
        en: "The party was punished for such an act of that day: say why this is another act, or do not fine it",
      }
    : undefined;
}

/** What must be sure of the acts before a decision on them. */
export const gatesOfCharges: readonly GateRow[] = [
  {
    id: "charges",
    title: { zh: "违法事实和处理建议", en: "Charges, signed by two" },
    ...{ article: "行政处罚法42、57", rule: "CF-42" },
    before: ["punish", "no-penalty"],
    judge: chargesMissing,
  },
  {
    id: "evidence",
    title: { zh: "事实清楚、证据确凿", en: "Each fact has its evidence" },
    ...{ article: "行政处罚法40、46", rule: "CF-40" },
    before: ["punish", "no-penalty"],
    judge: evidenceMissing,
  },
  {
    id: "files",
    title: { zh: "证据文件已收存", en: "The files of the evidence are kept" },
    ...{ article: "行政处罚法46、47", rule: "CF-46a" },
    judge: filesMissing,
  },
  {
    id: "amount",
    title: { zh: "种类和数额合法", en: "Kinds and sums are lawful" },
    ...{ article: "行政处罚法34、37", rule: "CF-34a" },
    before: ["punish"],
    judge: amountMissing,
  },
  {
    id: "capacity",
    title: { zh: "责任年龄和能力", en: "Age and capacity" },
    ...{ article: "行政处罚法30、31", rule: "CF-30" },
    before: ["punish"],
    judge: capacityMissing,
  },
  {
    id: "leniency",
    title: { zh: "不属于不予处罚的情形", en: "No ground forbids a penalty" },
    ...{ article: "行政处罚法33", rule: "CF-33" },
    before: ["punish"],
    judge: leniencyMissing,
  },
  {
    id: "one-fine",
    title: { zh: "一事不再罚款", en: "One act is fined once" },
    ...{ article: "行政处罚法29", rule: "CF-29" },
    before: ["punish"],
    judge: fineMissing,
  },
];
