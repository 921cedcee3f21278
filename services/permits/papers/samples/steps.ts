import type { Applicant } from "../../cases/domain/application/application.ts";
import { type SampledTown, sampleClerk } from "./kit.ts";
import type { Sampled } from "./sampled.ts";

export const citizen: Applicant = {
  kind: "citizen",
  name: "欧阳娜娜",
  idNumber: "11010519491231002X",
  phone: "13812345678",
};
export const firm: Applicant = {
  kind: "organisation",
  name: "禄丰市广通镇清河村金穗农业生产资料经营专业合作社联合社",
  idNumber: "11532302YY000001XC",
  phone: "13812345678",
};

export const corrected = (one: Sampled) => {
  one.receive(citizen, "2026-03-02", 2);
  const { guide, given } = one.state;
  const missing = guide.materials.filter(({ name, shared }) => !shared && !given.includes(name));
  const explanation = "四至图须标明相邻权利人，并由村民小组负责人签字；申请表第二页未签名。";
  return one.do(
    { type: "notify-corrections", missing: missing.map(({ name }) => name), explanation },
    "2026-03-04",
    sampleClerk,
  );
};
export const withdrawn = (one: Sampled) =>
  one.receive(firm, "2026-03-02").do({ type: "withdraw", statement: "撤回声明1号" }, "2026-03-04", sampleClerk);
export const declined = (one: Sampled) =>
  one.receive(citizen, "2026-03-02").do(
    {
      type: "decline",
      ground: "outside-competence",
      competentOrgan: "禄丰市自然资源和规划局",
      reasons: "该地块不在本镇管辖范围",
    },
    "2026-03-04",
    sampleClerk,
  );
export const paused = (one: Sampled) =>
  one.do(
    {
      type: "pause",
      kind: "expert-review",
      notice: { number: "广通告〔2026〕5号", deliveredOn: "2026-03-09", neededDays: 10 },
      power: one.power,
    },
    "2026-03-09",
    one.at("reviewer"),
  );
export const extended = (one: Sampled, { profile }: SampledTown) => {
  const head = profile.heads.find(({ office, of }) => office === one.state.office && of === "organ");
  if (head === undefined) throw new Error("no head");
  const why =
    "申请人的仓储场所与加油站相邻，安全距离须由县级应急管理部门复核，复核结果预计在2026年4月上旬作出，在规定的期限内不能作出决定。";
  return one.do({ type: "extend", workingDays: 10, reasons: why, power: one.power }, "2026-03-27", {
    ...sampleClerk,
    sub: head.sub,
    roles: ["approver"],
  });
};
export const inspected = (one: Sampled) =>
  one
    .receive(firm, "2026-03-02")
    .accept("2026-03-03")
    .do(
      {
        type: "assign-inspectors",
        inspectors: [...one.surveyors],
        power: one.power,
      },
      "2026-03-05",
      one.at("reviewer"),
    );
export const informed = (one: Sampled) =>
  one
    .receive(citizen, "2026-03-02")
    .accept("2026-03-03")
    .do(
      { type: "inform-third-parties", parties: [{ name: "王五岳" }, { name: "赵六合" }] },
      "2026-03-11",
      one.at("reviewer"),
    );
export const called = (one: Sampled) =>
  one.do(
    {
      type: "call-hearing",
      ...{
        ground: "public-interest",
        number: "广通听〔2026〕2号",
        heldOn: "2026-04-08",
        heldAt: "09:30",
        chair: one.chair,
      },
      place: "广通镇人民政府二楼会议室",
      power: one.power,
    },
    "2026-03-11",
    one.at("reviewer"),
  );
export const forwarded = (one: Sampled) =>
  one.receive(citizen, "2026-03-02").accept("2026-03-03").review("2026-03-10").forward("2026-03-12");
