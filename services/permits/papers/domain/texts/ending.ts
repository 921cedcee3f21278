import type { Block, Draft } from "../../../../../shared/papers/content.ts";
import type { Frame } from "../../../../../shared/papers/frame.ts";
import { plainDate } from "../../../../../shared/papers/words.ts";
import type { Application } from "../../../cases/domain/application/application.ts";
import type { Certificate } from "../../../certificates/domain/certificate.ts";
import { isLicence, law, you } from "../words.ts";
import { remediesSentence } from "./remedies.ts";

type Of<S extends Certificate["status"]> = Extract<Certificate, { status: S }>;
type Revoked = Of<"revoked">;

const paragraph = (text: string): Block => ({ kind: "paragraph", text });

const named = ({ title, number }: Certificate) => `《${title}》（${number.text.zh}）`;

/** What is said of a certificate on every paper that touches it. */
const certificateForm = ({
  title,
  number,
  item,
  issuedOn,
  validUntil,
}: Exclude<Certificate, Of<"drawn-up">>): Block => ({
  kind: "form",
  rows: [
    [
      { label: "证件名称", value: title },
      { label: "证件编号", value: number.text.zh },
    ],
    [{ label: "事项名称", value: item.name.zh }],
    [
      { label: "发证日期", value: issuedOn === undefined ? "尚未发证" : plainDate(issuedOn) },
      { label: "有效期至", value: validUntil === undefined ? "长期" : plainDate(validUntil) },
    ],
  ],
});

/**
 * 证件暂扣通知书: on what decision it rests, from when until when. To suspend a licence is a penalty (行政处罚法 9-3): the
 * decision tells of the remedies against itself, this paper of those against itself.
 */
export function suspensionNotice(state: Of<"suspended">, of: Application, frame: Frame): Draft {
  const { holder, suspension } = state;
  const { document, from, until } = suspension;
  const how = until === undefined ? "期限至本机关依法发还之日止" : `期限至${plainDate(until)}止`;
  return {
    title: "证件暂扣通知书",
    addressee: holder.name,
    seal: "organ",
    blocks: [
      paragraph(
        `依据${document.number}（${plainDate(document.date)}），${isLicence(of) ? "根据《中华人民共和国行政处罚法》第九条第三项的规定，" : ""}${you(holder)}持有的${named(state)}自${plainDate(from)}起暂扣，${how}。`,
      ),
      certificateForm(state),
      paragraph(
        `暂扣期间，${you(holder)}不得从事该证件准予的活动，证件原件交本机关保管；暂扣期满或者暂扣的事由消除的，本机关依法发还证件，恢复其效力。`,
      ),
      paragraph(
        `对作为暂扣依据的决定不服的，按照该决定告知的途径和期限申请行政复议或者提起行政诉讼。${remediesSentence("本通知", holder, frame)}`,
      ),
    ],
    notes: [],
  };
}

/** XK-69: the case of the article, in its words. */
const revokedFor: Readonly<Record<Revoked["ground"], { readonly where: string; readonly what: string }>> = {
  abuse: { where: "第一款第一项", what: "行政机关工作人员滥用职权、玩忽职守作出准予行政许可决定" },
  "ultra-vires": { where: "第一款第二项", what: "超越法定职权作出准予行政许可决定" },
  procedure: { where: "第一款第三项", what: "违反法定程序作出准予行政许可决定" },
  unqualified: { where: "第一款第四项", what: "对不具备申请资格或者不符合法定条件的申请人准予行政许可" },
  fraud: { where: "第二款", what: "被许可人以欺骗等不正当手段取得行政许可" },
  bribery: { where: "第二款", what: "被许可人以贿赂等不正当手段取得行政许可" },
};

/** XK-79: who got it by fraud or bribery is barred for three years where safety is at stake. */
const barred = ({ compensation, safety, holder }: Revoked, licence: boolean) =>
  licence && compensation === "none" && safety === true
    ? `依照该法第七十九条的规定，${you(holder)}在三年内不得再次申请该行政许可。`
    : "";

/** 撤销决定书 (XK-69): the facts of which the holder was told, the ground, and what becomes of what he lost. */
export function revocation(state: Revoked, of: Application, frame: Frame): Draft {
  const { holder, ground, proposal, compensation, issuedOn, decidedOn } = state;
  const { where, what: how } = revokedFor[ground];
  const whom = you(holder);
  const licence = isLicence(of);
  const what = licence ? "行政许可" : "证件";
  const basis = licence
    ? `上述情形属于${law}第六十九条${where}规定的${how}的情形。依照该款规定，本机关决定撤销`
    : `依据${of.guide.legalBasis}，本机关决定撤销`;
  const told =
    proposal === undefined
      ? []
      : [
          paragraph(`经查，${proposal.facts.replace(/[。；]$/, "")}。`),
          paragraph(
            `本机关已于${plainDate(proposal.on)}以${proposal.notice}告知${whom}拟撤销的事实、理由和依据，以及依法享有的陈述、申辩的权利。`,
          ),
        ];
  return {
    title: licence ? "撤销行政许可决定书" : "撤销决定书",
    addressee: holder.name,
    seal: "organ",
    blocks: [
      paragraph(
        issuedOn === undefined
          ? `本机关于${plainDate(decidedOn)}准予${whom}取得${named(state)}，证件尚未发出。`
          : `${whom}于${plainDate(issuedOn)}取得${named(state)}。`,
      ),
      ...told,
      paragraph(
        `${basis}${whom}取得的上述${what}，证件自本决定作出之日起不再有效，${licence ? "并依照该法第七十条第四项的规定" : "并"}办理注销手续。`,
      ),
      paragraph(
        `${licence ? "依照该法第六十九条第四款的规定，" : ""}${
          compensation === "due"
            ? `因本决定使${whom}的合法权益受到损害的，由本机关依法给予赔偿。`
            : `${whom}基于上述${what}取得的利益不受保护。`
        }${barred(state, licence)}`,
      ),
      paragraph(remediesSentence("本决定", holder, frame)),
    ],
    notes: [],
  };
}

/** XK-70: the case of the article, in its words. What another certificate takes the place of needs no paper of its own. */
const cancelledFor: Partial<Record<Of<"cancelled">["ground"], { readonly where: string; readonly what: string }>> = {
  expired: { where: "第一项", what: "有效期届满未延续" },
  "holder-died": { where: "第二项", what: "被许可的公民死亡或者丧失行为能力" },
  "holder-ended": { where: "第三项", what: "法人或者其他组织依法终止" },
  revoked: { where: "第四项", what: "依法被撤销" },
  withdrawn: { where: "第四项", what: "依法被撤回或者吊销" },
  "force-majeure": { where: "第五项", what: "因不可抗力导致许可事项无法实施" },
  "other-by-law": { where: "第六项", what: "法律、法规规定应当注销的其他情形" },
};

/** To whom is told what concerns one who is no more, or cannot act. */
const successors = { citizen: "监护人、权利义务承受人", organisation: "权利义务承受人" } as const;

/** 注销通知书 (XK-70): which ground of the article, and since when it is struck from the register. */
export function cancellationNotice(state: Of<"cancelled">, of: Application, frame: Frame): Draft | undefined {
  const { holder, ground, cancelledOn, document } = state;
  const why = cancelledFor[ground];
  if (why === undefined) return undefined;
  const licence = isLicence(of);
  const resting = document === undefined ? "" : `（依据：${document.number}，${plainDate(document.date)}）`;
  const gone = ground === "holder-died" || ground === "holder-ended";
  return {
    title: licence ? "注销行政许可通知书" : "注销通知书",
    addressee: gone ? `${holder.name}（${successors[holder.kind]}）` : holder.name,
    seal: "organ",
    blocks: [
      paragraph(
        `因${why.what}${resting}，${licence ? `根据${law}第七十条${why.where}的规定` : `依据${of.guide.legalBasis}`}，本机关已于${plainDate(cancelledOn)}对${gone ? holder.name : you(holder)}持有的${named(state)}依法办理注销手续，特此通知。`,
      ),
      certificateForm(state),
      ...(state.issuedOn === undefined ? [] : [paragraph("该证件自注销之日起不得再使用，纸质证件请交回本机关。")]),
      ...(gone ? [] : [paragraph(remediesSentence("上述注销", holder, frame))]),
    ],
    notes: [],
  };
}
