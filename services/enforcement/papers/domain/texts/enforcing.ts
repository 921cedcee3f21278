import { plainDate } from "../../../../../shared/papers/words.ts";
import type { BuildingEvent } from "../../../buildings/domain/messages.ts";
import type { CaseParty } from "../../../cases/domain/case/case.ts";
import type { PauseGround } from "../../../payment/domain/fine.ts";
import type { FineEvent } from "../../../payment/domain/messages.ts";
import { type Dossier, type PaperText, told } from "../dossier.ts";
import { clause, coercionLaw, paragraph, remedies, you } from "../words.ts";

type BuildingPause = Extract<BuildingEvent, { type: "enforcement.building.paused" }>["data"]["ground"];

const pauses: Readonly<Record<PauseGround | BuildingPause, string>> = {
  "unable-to-pay": "当事人履行确有困难或者暂无履行能力",
  unable: "当事人履行确有困难或者暂无履行能力",
  "third-party-claim": "第三人对执行标的主张权利，确有理由",
  "irreparable-harm": "执行可能造成难以弥补的损失，且中止执行不损害公共利益",
};

/** The decision that is enforced, as the fine or the building knows it. */
const decisionIn = ({ fine, building }: Dossier): string => fine?.decision ?? building?.decision?.number ?? "";

interface Known {
  readonly party: CaseParty;
  readonly decision: string;
}
const known = (of: Dossier): Known | undefined =>
  of.party === undefined ? undefined : { party: of.party, decision: decisionIn(of) };

/** 中止强制执行通知书 (行政强制法39; QZ-39): why it stands still, and that it goes on once the reason is gone. */
export const enforcementPause: PaperText = {
  draft(of) {
    const event = told(of, "enforcement.fine.paused") ?? told(of, "enforcement.building.paused");
    const found = known(of);
    if (event === undefined || found === undefined) return undefined;
    const { party, decision } = found;
    const { ground, on } = event.data;
    return {
      title: "中止强制执行通知书",
      addressee: party.name,
      seal: "organ",
      blocks: [
        paragraph(
          `${decision}的强制执行中，有下列情形：${pauses[ground]}。${clause(event.personal.reasons)}。依据${coercionLaw}第三十九条第一款，本机关决定自${plainDate(on)}起中止执行。`,
        ),
        paragraph(
          `中止执行的情形消失后，本机关恢复执行。没有明显社会危害，${you(party)}确无能力履行，中止执行满三年未恢复执行的，不再执行（第三十九条第二款）。`,
        ),
      ],
      notes: [],
    };
  },
};

/** 恢复强制执行通知书 (行政强制法39; QZ-39). */
export const enforcementResumption: PaperText = {
  draft(of) {
    const event = told(of, "enforcement.fine.resumed") ?? told(of, "enforcement.building.resumed");
    const found = known(of);
    if (event === undefined || found === undefined) return undefined;
    const { party, decision } = found;
    return {
      title: "恢复强制执行通知书",
      addressee: party.name,
      seal: "organ",
      blocks: [
        paragraph(
          `${decision}的强制执行曾经中止。现中止执行的情形已经消失：${clause(event.personal.reasons)}。依据${coercionLaw}第三十九条第二款，本机关决定自${plainDate(event.data.on)}起恢复执行。请${you(party)}立即履行。`,
        ),
      ],
      notes: [],
    };
  },
};

type Ending = Extract<FineEvent, { type: "enforcement.fine.ended" }>["data"]["ground"];
const endings: Readonly<Record<Ending, string>> = {
  "dead-without-estate": "公民死亡，无遗产可供执行，又无义务承受人",
  "organisation-gone": "法人或者其他组织终止，无财产可供执行，又无义务承受人",
  "object-gone": "执行标的灭失",
  "decision-revoked": "据以执行的行政决定被撤销",
};
const isEnding = (how: string): how is Ending => how in endings;

/** 终结强制执行决定书 (行政强制法40; QZ-39): which of the four grounds. Another end of a building is no paper of its own. */
export const enforcementEnd: PaperText = {
  draft(of) {
    const fine = told(of, "enforcement.fine.ended");
    const building = told(of, "enforcement.building.ended");
    const found = known(of);
    const ground = fine?.data.ground ?? building?.data.how;
    const on = fine?.data.on ?? building?.data.on;
    if (found === undefined || ground === undefined || on === undefined || !isEnding(ground)) return undefined;
    // Before a decision there is nothing whose enforcement could end.
    if (found.decision === "") return undefined;
    const reasons = fine?.personal.reasons ?? building?.personal.reasons;
    return {
      title: "终结强制执行决定书",
      addressee: found.party.name,
      seal: "organ",
      blocks: [
        paragraph(
          `${found.decision}的强制执行中，有下列情形：${endings[ground]}。${reasons === undefined ? "" : `${clause(reasons)}。`}依据${coercionLaw}第四十条，本机关决定自${plainDate(on)}起终结执行。`,
        ),
        paragraph(remedies("本决定", found.party, of.town)),
      ],
      notes: ["执行完毕后据以执行的行政决定被撤销的，依法恢复原状、退还财物或者给予赔偿（第四十一条）。"],
    };
  },
};
