import { describe, expect, test } from "vitest";
import type { BuildingEnding } from "../../../services/enforcement/buildings/domain/building.ts";
import { compose, hasPaper, numberGiven } from "../../../services/enforcement/papers/domain/compose.ts";
import type { Dossier } from "../../../services/enforcement/papers/domain/dossier.ts";
import { kinds, type PaperKind, paperKinds } from "../../../services/enforcement/papers/domain/kinds.ts";
import { keepersOf, maskedCopy, peopleNamed } from "../../../services/enforcement/papers/domain/masking.ts";
import { paperSamples } from "../../../services/enforcement/papers/samples/index.ts";
import { citizen, firm } from "../../../services/enforcement/papers/samples/things.ts";
import { present } from "../../../shared/decider/index.ts";
import type { DocumentContent } from "../../../shared/papers/index.ts";
import { town } from "../common/builders.ts";
import { plainText } from "./plain-text.ts";

const samples = paperSamples(town);
const organ = { name: town.organName, uscc: town.uscc };
const frame = { id: "PAPER", town, organ, mode: "statutory" } as const;

function sampleOf(kind: PaperKind) {
  const found = samples.find((one) => one.kind === kind);
  if (found === undefined) throw new Error(`no sample of ${kind}`);
  return found;
}
function paper(kind: PaperKind, change: (of: Dossier) => Dossier = (of) => of): DocumentContent {
  const { dossier, on } = sampleOf(kind);
  const content = compose(kind, change(dossier), { ...frame, on, number: "广通示〔2026〕1号" });
  if (content === undefined) throw new Error(`no ${kind}`);
  return content;
}
/** All that a reader of the paper reads, in one string. */
const textOf = ({ title, number, addressee = "", organ: by, date, blocks, notes }: DocumentContent): string =>
  JSON.stringify([title, number, addressee, by, date, blocks, notes]);
const textIn = (kind: PaperKind, change?: (of: Dossier) => Dossier) => textOf(paper(kind, change));

/** What the law, or the national form, asks each paper to say. */
const items: Readonly<Record<PaperKind, readonly [article: string, ...said: string[]]>> = {
  "filing-approval": ["行政处罚法54", "立案审批表", "案件来源", "承办人意见", "负责人审批意见", "同意立案", "第六十条"],
  "dismissal-approval": [
    "行政处罚法54",
    "不予立案审批表",
    "不予立案事由",
    "轻微并已改正",
    "初次摆摊，当场收摊，没有危害后果",
  ],
  "interview-record": ["行政处罚法55", "询问笔录", "被询问人", "出示执法证件", "申请回避", "已逐页签名（3页）"],
  "on-site-record": ["行政处罚法55", "9时30分至10时10分", "货架陈列日用百货", "拒绝签名", "见证人：周邻居"],
  "evidence-extraction": ["行政处罚法46", "证据种类", "书证", "经核对与原件无异", "3f".repeat(32)],
  "evidence-list": ["行政处罚法40、46", "证据目录", "书证", "当事人的陈述", "勘验笔录"],
  "investigation-report": ["行政处罚法57", "查明的事实和证据", "调查结论", "处理意见", "未发现涉嫌犯罪"],
  "suspension-decision": ["CF-57a", "中止案件调查决定书", "须以司法裁判结果为依据", "原因消除后立即恢复"],
  "resumption-decision": ["CF-57a", "恢复案件调查决定书", "判决已经生效"],
  "case-stop": ["CF-57a", "终止案件调查决定书", "没有违法事实", "立即解除"],
  "withdrawal-approval": ["CF-57a", "撤销案件审批表", "立案错误", "同意撤销案件"],
  "transfer-letter": ["行政处罚法22、25", "案件移送函", "禄丰市市场监督管理局", "第二十二条", "随函移送的材料"],
  "prior-notice": [
    "行政处罚法44、45、63、64",
    "违法事实、证据和依据",
    "拟作出的行政处罚",
    "陈述和申辩",
    "不因你陈述、申辩而给予更重的处罚",
    "有权要求听证",
    "五个工作日内",
  ],
  "address-confirmation": ["行政处罚法61(2)", "送达地址", "是否同意电子送达", "广通镇人民路〔示例〕1号", "撤回同意"],
  "defence-review": ["行政处罚法45", "经营时间很短", "采纳", "不采纳", "成本不予扣除"],
  "hearing-notice": [
    "行政处罚法64",
    "2025年12月29日09:00",
    "镇政府二楼会议室",
    "主持人",
    "公开举行",
    "一至二人代理",
    "申请回避",
  ],
  "hearing-record": ["行政处罚法64", "调查人员提出", "申辩和质证", "委托代理人到场", "已签名（6页）", "第六十五条"],
  "hearing-report": ["CF-65", "主持人意见", "建议按拟定的幅度作出处罚"],
  "legal-review": ["行政处罚法58", "执法资格", "审核意见", "同意拟作出的处理", "法律职业资格"],
  "discussion-minutes": ["行政处罚法57(2)", "参加讨论人员", "给予行政处罚"],
  "penalty-decision": [
    "行政处罚法59",
    // (1) who and where
    "欧阳娜娜",
    "广通镇沿河村〔示例〕2号",
    // (2) facts and evidence
    "违法事实和证据",
    "书证：《营业台账》，证明进货和销售的数量、金额",
    // (3) kinds and basis
    "《示例经营管理条例》第十条",
    "罚款人民币6000.00元（大写：陆仟元整）；没收违法所得人民币10000.00元（大写：壹万元整）",
    "责令于2026年2月13日前改正",
    // (4) how and until when
    "十五日内",
    "禄丰农商银行广通支行〔示例〕",
    "每日按罚款数额的百分之三加处罚款",
    // (5) remedies
    "六十日内向禄丰市人民政府申请行政复议",
    "六个月内依法向禄丰市人民法院提起行政诉讼",
    // (6) organ and day
    "广通镇人民政府",
    "2026年1月14日",
    "根据听证笔录作出决定",
  ],
  "no-penalty-decision": [
    "行政处罚法33、57",
    "第三十三条第一款",
    "不予行政处罚",
    "责令于2026年2月13日前改正",
    "进行教育",
    "行政复议",
  ],
  "stop-decision": ["CF-57a", "当事人认定错误", "终止对你的调查"],
  reversal: ["行政处罚法75", "变更行政处罚决定书", "人民币5000.00元（大写：伍仟元整）", "多缴的款项依法退还"],
  "on-spot-decision": [
    "行政处罚法52",
    "欧阳娜娜",
    "占道摆摊销售日用百货",
    "罚款人民币200.00元（大写：贰佰元整）",
    "《示例经营管理条例》第十条",
    "广通镇农贸市场〔示例〕门口",
    "马上收摊",
    "执法人员签名",
    "专用票据",
  ],
  "delivery-record": ["行政处罚法61", "送达方式", "留置送达", "拒绝签收", "见证人：周邻居", "2026年1月15日"],
  "deferral-decision": [
    "行政处罚法66(2)",
    "同意分期缴纳",
    "2026年3月2日",
    "人民币3000.00元（大写：叁仟元整）",
    "第七十二条第二款",
  ],
  "demand-letter": [
    "行政强制法35、54",
    "十个工作日内",
    "应当缴纳的金额合计",
    "人民币17980.00元（大写：壹万柒仟玖佰捌拾元整）",
    "5300 0000 0000 0000",
    "陈述和申辩",
  ],
  "goods-against-fine": [
    "行政强制法46(3)",
    "没有申请行政复议、没有提起行政诉讼",
    "催告仍未履行",
    "第四十六条第三款",
    "散装糕点",
    "余款退还",
    "应缴未缴金额",
  ],
  "court-application": [
    "行政强制法53、55",
    "禄丰市人民法院",
    "行政处罚决定书",
    "当事人的意见",
    "催告书",
    "申请强制执行标的情况",
    "行政机关负责人签名",
    "不缴纳申请费",
  ],
  "inspection-approval": ["国办发〔2024〕54号5", "检查事项和内容", "进货查验记录", "计入", "同意检查"],
  "inspection-notice": ["IN-2、IN-3", "进货查验记录", "出示执法证件和本通知书", "有权拒绝", "不收取任何费用"],
  "visit-record": ["IN-3", "缺两天记录，当场补齐", "有问题，当场改正", "已扫码，回执扫码〔示例〕001", "已逐页签名"],
  "inspection-result": ["IN-3", "请今后逐日登记", "2025年11月17日前改正", "提前复查", "陈述和申辩"],
  "guidance-record": ["行政处罚法6", "占道摆摊影响通行", "马上搬走", "劝导不具有强制力"],
  "rectification-order": [
    "行政处罚法28",
    "停止经营，依法办理登记",
    "自收到本通知书之日起15日内改正",
    "陈述和申辩",
    "行政复议",
    "执法证号",
  ],
  "rectification-check": ["CF-33a", "复查结论", "已改正", "没有造成危害后果", "登记申请已经受理"],
  "letting-off": ["行政处罚法33", "第三十三条第一款", "不予行政处罚", "进行教育", "行政复议"],
  "sampling-record": ["行政处罚法56", "抽样基数", "40袋", "3袋", "备用样品", "随机抽取同一批次的独立包装", "封签"],
  "measure-decision": [
    "行政强制法24",
    // (1) who
    "欧阳娜娜",
    "广通镇沿河村〔示例〕2号",
    // (2) reasons, basis, term
    "不符合食品安全标准",
    "《示例经营管理条例》第二十条第一款第三项",
    "三十日",
    // (3) what
    "财物清单",
    // (4) remedies
    "行政复议",
    "行政诉讼",
    "保管费用由本机关承担",
  ],
  "goods-list": [
    "行政强制法24(2)",
    "散装糕点",
    "36袋",
    "封001",
    "冷藏柜",
    "广通仓储",
    "已当场交付当事人",
    "2025年12月2日",
  ],
  "measure-extension": ["行政强制法25", "情况复杂", "第二十五条第一款", "2026年1月1日"],
  "measure-release": ["行政强制法28", "冷藏柜", "与违法行为无关", "立即退还", "依法补偿"],
  "discipline-order": ["行政处罚法30", "监护人", "加以管教", "陪同完成法治教育", "第三十条"],
  "building-stop": ["城乡规划法65", "责令停止建设决定书", "立即停止建设", "第六十五条", "行政复议"],
  "building-correction": ["城乡规划法65", "2026年3月20日前改正", "自行拆除全部违法建设部分", "陈述和申辩"],
  "building-demand": ["行政强制法35", "催告", "十日内自行拆除", "陈述和申辩", "强制拆除"],
  "building-enforcement": [
    "行政强制法37",
    "强制执行的方式",
    "使用机械、人工",
    "强制执行的时间",
    "行政复议",
    "不在夜间",
  ],
  "building-notice": ["行政强制法44", "限期自行拆除公告", "2026年3月20日前自行拆除", "公告地点"],
  "things-inside": ["QZ-44c", "建筑物内物品清单", "编织袋装玉米", "12袋", "当事人拒绝签名", "见证人", "一式二份"],
  "demolition-record": [
    "行政强制法44",
    "强制拆除执行笔录",
    "执行经过",
    "2026年9月3日6时30分至2026年9月3日15时30分",
    "现场见证人",
    "全程录音录像",
    "3f".repeat(32),
  ],
  "land-court-application": [
    "土地管理法83、行政强制法55",
    "禄丰市人民法院",
    "被申请人",
    "申请事项",
    "十五日内未起诉",
    "事实和理由",
    "当事人的意见（2026年2月24日提出，未采纳）",
    "催告书",
    "2026年2月21日送达",
    "执行标的情况",
    "行政机关负责人签名",
  ],
  "substitution-demand": ["行政强制法50", "催告", "造成环境污染", "陈述和申辩", "代履行"],
  "substitution-decision": [
    "行政强制法51",
    "代履行决定书",
    "代履行的时间",
    "2026年3月16日",
    "费用预算",
    "6000.00元",
    "代履行人",
    "禄丰某清运有限公司",
    "行政复议",
  ],
  "substitution-reminder": ["行政强制法51(1)(2)", "再次催告", "2026年3月16日起实施", "停止代履行"],
  "enforcement-pause": ["行政强制法39", "中止强制执行通知书", "暂无履行能力", "因病住院", "满三年"],
  "enforcement-resumption": ["行政强制法39", "恢复强制执行通知书", "已经出院", "立即履行"],
  "enforcement-end": ["行政强制法40", "终结强制执行决定书", "无遗产可供执行", "第四十条", "行政复议"],
  "order-revocation": ["行政处罚法28", "撤销责令改正决定书", "事实不成立", "不再负有", "行政复议", "禄丰市人民政府"],
  "closing-report": ["CF-57a", "结案审批表", "结案方式", "已经齐全", "同意结案"],
};

describe("what each paper says", () => {
  test.each(paperKinds.map((kind) => [kinds[kind].zh, items[kind][0], kind] as const))(
    "%s (%s) says all that it must",
    (_name, _article, kind) => {
      const [, ...said] = items[kind];
      const text = textIn(kind);
      for (const one of said) expect(text).toContain(one);
    },
  );

  test("FY-23, SS-45: a penalty on the spot says that review comes first; an ordinary decision leaves the choice", () => {
    expect(textIn("on-spot-decision")).toMatch(
      /应当自收到之日起六十日内先向禄丰市人民政府申请行政复议.*十五日内向禄丰市人民法院/,
    );
    expect(textIn("penalty-decision")).not.toContain("先向");
    expect(textIn("penalty-decision")).toContain("也可以自收到之日起六个月内");
  });

  test("FY-R: no paper cites the revised regulation on review, whose text nobody here has read", () => {
    for (const kind of paperKinds) expect([kind, textIn(kind).includes("复议法实施条例")]).toEqual([kind, false]);
  });

  test("CF-67a: a demand for a surcharge says that it is paid before it is contested", () => {
    expect(textIn("demand-letter")).toContain("对加处罚款有异议的，应当先缴纳罚款和加处的罚款，再依法申请行政复议");
    const none = textIn("demand-letter", (of) =>
      of.fine === undefined ? of : { ...of, fine: { ...of.fine, surcharge: false } },
    );
    expect(none).not.toContain("对加处罚款有异议");
  });

  test("QZ-44b: against an order about land, suit is open for fifteen days", () => {
    const text = textIn("penalty-decision", (of) =>
      of.event.type === "enforcement.proceeding.decided"
        ? { ...of, event: { ...of.event, data: { ...of.event.data, suit: "fifteen-days" } } }
        : of,
    );
    expect(text).toContain("十五日内依法向禄丰市人民法院提起行政诉讼");
    expect(text).not.toContain("六个月");
  });

  test("QZ-44: a review or a suit stops a demolition, and no fine", () => {
    expect(textIn("building-enforcement")).toContain("期间，不实施强制拆除");
    expect(textIn("building-enforcement")).not.toContain("不停止执行");
    expect(textIn("penalty-decision")).toContain("不停止执行");
  });

  test("CF-63: without a right to a hearing the notice names none", () => {
    const none = paper("prior-notice", (of) =>
      of.event.type === "enforcement.proceeding.noticed"
        ? { ...of, event: { ...of.event, data: { ...of.event.data, hearingRight: false } } }
        : of,
    );
    expect(none.title).toBe("行政处罚事先告知书");
    expect(textOf(none)).not.toContain("听证");
    expect(paper("prior-notice").title).toBe("行政处罚事先（听证）告知书");
  });

  test("CF-72a: where the decision states no surcharge, the paper threatens none", () => {
    const text = textIn("penalty-decision", (of) =>
      of.event.type === "enforcement.proceeding.decided"
        ? {
            ...of,
            event: { ...of.event, personal: { ...of.event.personal, performance: { how: "缴纳", surcharge: false } } },
          }
        : of,
    );
    expect(text).not.toContain("百分之三");
  });

  test("CF-37: an act judged by the law of its day is told so", () => {
    const text = textIn("penalty-decision", (of) => ({
      ...of,
      ...(of.proceeding?.charges === undefined
        ? {}
        : {
            proceeding: {
              ...of.proceeding,
              charges: {
                ...of.proceeding.charges,
                items: of.proceeding.charges.items.map((one) => ({ ...one, law: { ...one.law, version: "before" } })),
              },
            },
          }),
    }));
    expect(text).toContain("适用行为发生时的规定");
    expect(textIn("penalty-decision")).not.toContain("适用行为发生时的规定");
  });

  test("CF-48: of a decision that a court or a superior changed the town draws up no paper of its own", () => {
    const { dossier, on } = sampleOf("reversal");
    const { event } = dossier;
    if (event.type !== "enforcement.proceeding.changed") throw new Error("another event");
    expect(hasPaper("reversal", dossier, { ...frame, on })).toBe(true);
    const byCourt = { ...dossier, event: { ...event, data: { ...event.data, by: "court" as const } } };
    expect(hasPaper("reversal", byCourt, { ...frame, on })).toBe(false);
  });

  test("QZ-24: the decision on a measure follows from the approval; in an emergency from the record, and never twice", () => {
    const { dossier, on } = sampleOf("goods-list");
    const has = (change: Partial<Dossier>) => hasPaper("measure-decision", { ...dossier, ...change }, { ...frame, on });
    const approved = { ...sampleOf("measure-decision").dossier.event, sequence: 2 };
    expect(has({ before: [...dossier.before, approved] })).toBe(false);
    expect(has({})).toBe(true);
    expect(has({ before: [] })).toBe(true);
  });

  test("CF-56: what is sampled has the record of sampling and no other sheet", () => {
    const { dossier, on } = sampleOf("sampling-record");
    expect(paperKinds.filter((kind) => hasPaper(kind, dossier, { ...frame, on }))).toEqual(["sampling-record"]);
  });

  test("CF-30a: only a decision that tells a guardian has an order to discipline", () => {
    const { dossier, on } = sampleOf("no-penalty-decision");
    expect(hasPaper("discipline-order", dossier, { ...frame, on })).toBe(false);
  });

  test("a paper follows from its own event only", () => {
    const { dossier, on } = sampleOf("filing-approval");
    const ofThis = paperKinds.filter((kind) => hasPaper(kind, dossier, { ...frame, on }));
    expect(ofThis).toEqual(["filing-approval"]);
    const piece = sampleOf("interview-record");
    const ofPiece = paperKinds.filter((kind) => hasPaper(kind, piece.dossier, { ...frame, on: piece.on }));
    expect(ofPiece).toEqual(["interview-record"]);
  });
});

test("each text is as somebody looked at it", async () => {
  const all = paperKinds.map((kind) => plainText(paper(kind)));
  await expect(all.join("\n\n")).toMatchFileSnapshot("papers.txt");
});

describe("numbers and seals", () => {
  test("a paper bears the number that its act has, the case's, or takes one of its series: never two of them", () => {
    const given = (kind: PaperKind) => numberGiven(kind, sampleOf(kind).dossier);
    expect(given("penalty-decision")).toBe("广通罚〔2026〕18号");
    expect(given("prior-notice")).toBe("广通罚告〔2025〕18号");
    expect(given("on-spot-decision")).toBe("广通当罚〔2026〕18号");
    expect(given("demand-letter")).toBe("广通催〔2026〕18号");
    expect(given("court-application")).toBe("广通申执〔2026〕18号");
    expect(given("hearing-record")).toBe("广通立〔2025〕18号");
    for (const kind of paperKinds) expect(given(kind) === undefined).toBe(kinds[kind].series !== undefined);
  });

  test("S-5, CF-59: what goes to a party bears the seal and a code; a record of the file bears neither", () => {
    for (const kind of paperKinds) {
      const { seal, verifyAt, layout } = paper(kind);
      expect(layout).toBe(seal === "none" ? "record" : "letter");
      expect(verifyAt === undefined).toBe(kinds[kind].goes === "to-file");
    }
    expect(paper("penalty-decision")).toMatchObject({
      seal: "organ",
      verifyAt: "https://zwfw.guangtong.example/enforcement/papers/PAPER/verify",
    });
  });
});

describe("people on papers", () => {
  const secrets = [firm.name, firm.idNumber, firm.phone];

  test("CF-29a: what goes to a party shows him in full, and nothing of another party", () => {
    for (const kind of paperKinds.filter((one) => kinds[one].goes === "to-party")) {
      const text = textIn(kind, (of) => ({
        ...of,
        ...(of.case === undefined
          ? {}
          : {
              case: {
                ...of.case,
                acts: of.case.acts.map((act) => ({ ...act, facts: `与${firm.name}（${firm.phone}）共同经营` })),
              },
            }),
        ...(of.proceeding?.charges === undefined
          ? {}
          : {
              proceeding: {
                ...of.proceeding,
                charges: {
                  ...of.proceeding.charges,
                  items: of.proceeding.charges.items.map((one) => ({
                    ...one,
                    facts: [{ text: `与${firm.name}共同经营，${firm.idNumber}`, evidence: [] }],
                  })),
                },
              },
            }),
      }));
      // The inspected enterprise is no party of a case.
      const { visit } = sampleOf(kind).dossier;
      if (visit === undefined) for (const secret of secrets) expect(text).not.toContain(secret);
      expect(text).toContain(visit?.name ?? citizen.name);
    }
    expect(textIn("penalty-decision")).toContain(citizen.idNumber);
  });

  test("CF-29b: the unit for which a responsible person answers is named to him", () => {
    const facts = (of: Dossier): Dossier => ({
      ...of,
      ...(of.party === undefined ? {} : { party: { ...of.party, role: "responsible", of: "P2" } }),
      ...(of.proceeding?.charges === undefined
        ? {}
        : {
            proceeding: {
              ...of.proceeding,
              charges: {
                ...of.proceeding.charges,
                items: of.proceeding.charges.items.map((one) => ({
                  ...one,
                  facts: [{ text: `系${firm.name}的负责人`, evidence: [] }],
                })),
              },
            },
          }),
    });
    expect(textIn("penalty-decision", facts)).toContain(firm.name);
  });

  test("P-17: the copy for others masks each person and leaves the rest", () => {
    const masked = textOf(maskedCopy(paper("filing-approval"), [citizen, firm]));
    for (const secret of [citizen.name, citizen.idNumber, citizen.phone, citizen.address, firm.phone])
      expect(masked).not.toContain(secret);
    for (const said of ["欧***", "110105********002X", firm.name, "立案审批表"]) expect(masked).toContain(said);
  });

  test("P-17: who signed, witnessed or was present is masked too; a body keeps its name", () => {
    for (const kind of ["goods-list", "things-inside", "demolition-record", "delivery-record"] as const) {
      const { before, event } = sampleOf(kind).dossier;
      const named = peopleNamed([...before, event], [citizen, firm]);
      const masked = textOf(maskedCopy(paper(kind), [citizen, firm], named));
      for (const who of ["周邻居", citizen.name]) expect([kind, masked.includes(who)]).toEqual([kind, false]);
    }
    expect(
      peopleNamed([{ personal: { witness: firm.name, present: { who: "witness", name: "周邻居" } } }], [firm]),
    ).toEqual([["周邻居", "周**"]]);
  });

  test("P-17, CF-30a: a third party who keeps goods, an agent, and what a guardian is told are masked; a body keeps its name", () => {
    const { dossier } = sampleOf("goods-list");
    const kept = (partyKind?: "citizen" | "organisation") => {
      const keeper = { kind: "third-party" as const, name: "孙保管", contract: "", ...present({ partyKind }) };
      const goods = (dossier.goods ?? []).map(({ id, state }) => ({ id, state: { ...state, keeper } }));
      return textOf(
        maskedCopy(
          paper("goods-list", (of) => ({ ...of, goods })),
          [],
          keepersOf({ goods }),
        ),
      );
    };
    for (const hidden of [kept(), kept("citizen")]) {
      expect(hidden).toContain("孙**");
      expect(hidden).not.toContain("孙保管");
    }
    expect(kept("organisation")).toContain("孙保管");
    const attendance = [{ party: "P1", how: "by-agent", agents: [{ name: "李律师", authority: "" }] }];
    expect(peopleNamed([{ personal: { attendance } }], [])).toEqual([["李律师", "李**"]]);
    const order = sampleOf("discipline-order").dossier;
    const named = peopleNamed([...order.before, order.event], [citizen, firm]);
    expect(textOf(paper("discipline-order"))).toContain("陪同完成法治教育");
    expect(textOf(maskedCopy(paper("discipline-order"), [citizen, firm], named))).not.toContain("陪同完成法治教育");
  });

  test("QZ-40: only the four grounds of the law end an enforcement by a paper, and only after a decision", () => {
    const { dossier, on } = sampleOf("demolition-record");
    const has = (how: BuildingEnding, building = dossier.building) => {
      const { sequence, time, actor } = dossier.event;
      const data = { case: "SAMPLE", proceeding: "SAMPLE:P1", act: "A1", on, how };
      const event: Dossier["event"] = {
        ...{ type: "enforcement.building.ended", data, personal: {}, sequence, time, actor },
      };
      return hasPaper("enforcement-end", { ...dossier, ...present({ building }), event }, { ...frame, on });
    };
    const four = ["object-gone", "decision-revoked", "organisation-gone", "dead-without-estate"] as const;
    const others = ["corrected", "demolished", "by-court", "no-breach"] as const;
    expect(four.filter((how) => has(how))).toEqual(four);
    expect(others.filter((how) => has(how))).toEqual([]);
    if (dossier.building === undefined) throw new Error("no building");
    const { decision: _none, ...undecided } = dossier.building;
    expect(has("object-gone", undecided)).toBe(false);
  });

  test("CF-30a: no witness is named to a party", () => {
    expect(textIn("penalty-decision")).not.toContain("周邻居");
    expect(textIn("prior-notice")).not.toContain("周邻居");
  });
});

describe("what the court is told of review and suit", () => {
  const toldOf = (remedies: NonNullable<Dossier["fine"]>["remedies"]) =>
    textIn("court-application", (of) => (of.fine === undefined ? of : { ...of, fine: { ...of.fine, remedies } }));
  test("QZ-53: nothing was sought; or a review, with its end, and no suit after it; or a suit", () => {
    expect(toldOf([])).toContain("被申请人在法定期限内未申请行政复议、未提起行政诉讼");
    const review = { kind: "review" as const, from: "2026-02-10", to: "2026-04-03", effect: "upheld" as const };
    const reviewed = toldOf([review]);
    expect(reviewed).toContain(
      "被申请人于2026年2月10日申请行政复议（2026年4月3日决定予以维持），在法定期限内未提起行政诉讼，经催告",
    );
    expect(reviewed).not.toContain("未申请行政复议");
    const suit = { kind: "suit" as const, from: "2026-04-10", to: "2026-06-30", effect: "rejected" as const };
    expect(toldOf([review, suit])).toContain("，于2026年4月10日提起行政诉讼（2026年6月30日予以驳回），经催告");
  });
  test("CF-66, T-13: an instalment on a day of rest is told with the day to which it moves", () => {
    const plan = [{ amountFen: 1, due: "2026-10-08", agreedDue: "2026-10-02" }];
    const text = textIn("deferral-decision", ({ event, ...of }) => ({
      ...of,
      event: event.type === "enforcement.fine.deferral-decided" ? { ...event, data: { ...event.data, plan } } : event,
    }));
    expect(text).toContain("2026年10月8日（2026年10月2日为休息日，顺延）");
  });
});
