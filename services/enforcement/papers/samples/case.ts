import { pointOnFeature } from "@turf/point-on-feature";
import type { Actor } from "../../../../shared/decider/index.ts";
import type { TownProfile } from "../../../../shared/town/profile.ts";
import type { EvidenceEntry } from "../../cases/domain/case/case.ts";
import { penaltyCase } from "../../cases/domain/case/decider.ts";
import type { CaseCommand, ProposedAct } from "../../cases/domain/case/messages.ts";
import { evidence } from "../../cases/domain/evidence/decider.ts";
import type { Collect, Evidence, EvidenceCommand, EvidenceEvent } from "../../cases/domain/evidence/evidence.ts";
import { castOf, Sampled } from "./sampled.ts";
import { act, certificates, citizen, digest, firm, listed, power } from "./things.ts";

/** Days of the case: filed on the first Monday of December 2025, reported on that Friday. */
export const filedOn = "2025-12-01";
export const reportedOn = "2025-12-05";

type Taken = Pick<Collect, "kind" | "files" | "proves" | "provider"> &
  Partial<Pick<Collect, "original" | "interview" | "signing" | "onSite" | "sampling">>;

const signing = { how: "signed", pages: 3, signedPages: 3 } as const;
const pieces: Readonly<Record<string, Taken>> = {
  E1: {
    ...{ kind: "documentary", provider: "欧阳娜娜", proves: "进货和销售的数量、金额" },
    files: [{ sha256: digest, title: "营业台账" }],
    original: { what: "copy", checkedAgainstOriginal: true, keeper: "欧阳娜娜", marked: true },
  },
  E2: {
    ...{ kind: "party-statement", provider: "欧阳娜娜", proves: "当事人承认未办理登记，自行进货、定价、收款" },
    files: [{ sha256: digest, title: "询问笔录原件" }],
    interview: { person: "欧阳娜娜", bornOn: "1949-12-31", identity: "居民身份证", told: true },
    signing,
  },
  E3: {
    ...{ kind: "inspection-record", provider: "欧阳娜娜", proves: "铺面正在营业，陈列日用百货" },
    files: [{ sha256: digest, title: "现场照片" }],
    onSite: {
      ...{ from: "2025-12-01T01:30:00.000Z", to: "2025-12-01T02:10:00.000Z" },
      events: "铺面卷帘门打开，货架陈列日用百货四十余种，收银台有收款码；当事人在场，未能出示营业执照",
    },
    signing: { how: "refused", reasons: "当事人认为处理过重", witness: "周邻居", recording: digest },
  },
  E4: {
    ...{ kind: "physical", provider: "欧阳娜娜", proves: "所售食品的标签和品质" },
    files: [{ sha256: digest, title: "散装糕点" }],
    original: { what: "original" },
    sampling: { method: "随机抽取同一批次的独立包装", batch: "20251120", unit: "袋", lot: 40, taken: 3, spare: 1 },
    signing: { how: "signed", pages: 1, signedPages: 1 },
  },
};

/** A case of this town with its evidence, from the proposal to the report. */
export function aCase(town: TownProfile) {
  const cast = castOf(town);
  const officers = certificates(cast);
  const [one, two] = cast.officers;
  const of = new Sampled(penaltyCase, town);
  const place = insideOf(town);
  of.do(
    {
      ...{ type: "propose", acts: [act(place, filedOn)], listed: [listed], parties: [citizen, firm], officers },
      investigators: [one.sub, two.sub],
      source: { kind: "complaint", receivedOn: filedOn },
    },
    filedOn,
    one,
  );
  const file = () => of.do({ type: "approve", powers: [power(town)], officers }, filedOn, cast.head);
  const tell = (command: CaseCommand, on: string, actor: Actor) => of.do(command, on, actor);
  const taken = new Map<string, Sampled<Evidence, EvidenceCommand, EvidenceEvent>>();
  function take(id: keyof typeof pieces & string) {
    const known = pieces[id];
    if (known === undefined) throw new Error(`no piece ${id}`);
    const piece = new Sampled(evidence, town);
    const command = { ...{ type: "collect" as const, case: "SAMPLE", of: of.state, acts: ["A1"] }, ...known };
    piece.do(
      { ...command, collectedOn: filedOn, address: "广通镇人民路〔示例〕1号", with: two.sub, officers },
      filedOn,
      one,
    );
    piece.do({ type: "countersign", of: of.state }, filedOn, two);
    const entry: EvidenceEntry = {
      ...{ id, kind: known.kind, acts: ["A1"], sha256: known.files.map(({ sha256 }) => sha256) },
      ...{ collectedOn: filedOn, by: [one.sub, two.sub], established: true },
    };
    tell({ type: "note-evidence", evidence: entry }, filedOn, one);
    for (const sha256 of entry.sha256) tell({ type: "note-file", sha256 }, filedOn, one);
    taken.set(id, piece);
    return piece;
  }
  const report = () =>
    tell(
      {
        ...{ type: "report", sha256: digest, complex: true, suspectedCrime: false, officers },
        summary: "违法事实清楚，证据确凿。当事人已停止经营，建议责令改正，没收违法所得，并处罚款。",
      },
      reportedOn,
      one,
    );
  return { cast, officers, of, file, take, taken, tell, report };
}
/** A point inside of the town. */
function insideOf({ territory }: TownProfile): ProposedAct["place"] {
  const own = territory.features.find(({ properties }) => properties.role === "town");
  if (own === undefined) throw new Error("the town has no map");
  const [lng = 0, lat = 0] = pointOnFeature(own).geometry.coordinates;
  return { lng, lat };
}
