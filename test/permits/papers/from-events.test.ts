import { beforeAll, describe, expect, test, vi } from "vitest";
import * as z from "zod";
import { application } from "../../../services/permits/cases/domain/application/decider.ts";
import { certificate } from "../../../services/permits/certificates/domain/certificate.ts";
import { document } from "../../../services/permits/documents/domain/document.ts";
import { printedPdf } from "../../../services/permits/papers/printing.ts";
import { documentReactions } from "../../../services/permits/papers/reactions/document.ts";
import { permits } from "../../../services/permits/service.ts";
import type { Actor } from "../../../shared/decider/index.ts";
import { type CloudEvent, toCloudEvent } from "../../../shared/messaging/index.ts";
import { aGivingBody } from "../authorisations/builders.ts";
import {
  aResident,
  theApplicant,
  theApprover,
  theChair,
  theClerk,
  theIssuer,
  theReviewer,
  theSecond,
} from "../cases/builders.ts";
import { aHall, deliverAll } from "../permits-hall.ts";
import { deliver, type Hall, papersOf } from "./permits-papers.ts";

const kept = z.object({ html: z.object({ key: z.string() }) });

/** The papers of one kind, in the order of their numbers: whether a PDF was drawn, and what a reader reads. */
async function read(hall: Hall, id: string, kind: string) {
  const papers = (await papersOf(hall, theClerk, id)).filter((one) => one.kind === kind);
  const files = await Promise.all(
    papers.map(async (paper) => {
      const { html } = kept.parse((await hall.runtime.store.load(document, paper.id))?.state);
      const page = await hall.runtime.files.get(html.key);
      const text = Buffer.from(page ?? []).toString();
      const shown = text.slice(text.indexOf("<main>")).replace(/<svg.*?<\/svg>/gs, "");
      return { ...paper, pdf: paper.sha256.pdf !== undefined, text: shown.replace(/<[^>]+>/g, "") };
    }),
  );
  return files.sort((one, other) => one.number.localeCompare(other.number));
}

/** A case at the hall, step by step; a step that is refused fails the test. */
async function aCase(content: Parameters<typeof aHall>[1] = {}) {
  const hall = await aHall(undefined, content);
  const id = await hall.file(aResident);
  const at =
    (path: string) =>
    async (actor: Actor, verb: string, body: object = {}) => {
      const answer = await hall.post(actor, `${path}/${verb}`, body);
      if (answer.status !== 200) throw new Error(`${verb}: ${JSON.stringify(answer.body)}`);
    };
  const step = at(`/permits/applications/${id}`);
  const reviewed = async (affectsThirdParties: boolean) => {
    await step(theReviewer, "review", {
      opinion: "agree",
      inspectors: ["reviewer-1", "reviewer-2"],
      affectsThirdParties,
    });
    await step(theSecond, "confirm-survey");
    await step(theReviewer, "review", { opinion: "agree" });
  };
  await step(theClerk, "accept");
  return { hall, id, at, step, reviewed };
}

/** Draws the papers of one event of a case, or of one made of it. */
async function drawFrom(hall: Hall, id: string, at: number, more: Partial<CloudEvent>) {
  const recorded = (await hall.runtime.store.history(application, id)).at(at);
  if (recorded === undefined) throw new Error("nothing happened");
  const event = { ...toCloudEvent(recorded, "permits", "532302105000"), ...more };
  const drawn = documentReactions.filter(({ type }) => type === event.type).flatMap(({ react }) => react(event));
  return Promise.all(drawn.map((one) => one.carryOut(hall.runtime, { id: event.id })));
}

describe("papers of the examination", () => {
  let hall: Hall;
  let id: string;
  const warned = vi.spyOn(console, "warn");

  beforeAll(async () => {
    const one = await aCase({ inspection: true });
    ({ hall, id } = one);
    const { step, reviewed } = one;
    const inspectors = [{ sub: "reviewer-1", certificateNo: "云E53230200117" }, "reviewer-2"];
    await step(theReviewer, "assign-inspectors", { inspectors });
    await reviewed(true);
    await step(theReviewer, "inform-third-parties", { parties: [{ name: "王五岳" }, { name: "赵六合" }] });
    await step(theReviewer, "call-hearing", {
      ...{ ground: "public-interest", number: "广通听〔2026〕2号", heldOn: "2026-03-18" },
      heldAt: "09:30",
      ...{ place: "镇政府会议室", chair: theChair.sub },
    });
    expect(await deliver(hall, application, id, 2)).toEqual([]);
  });

  test("XK-55, XK-34: the applicant is told which two come, by what papers, and that he may ask for others", async () => {
    const [notice, ...more] = await read(hall, id, "inspectors-notice");
    expect(more).toEqual([]);
    expect(notice).toMatchObject({ number: "禄丰市农业农村局（广通）核〔2026〕1号", pdf: false });
    for (const told of ["审查岗", "云E53230200117", "审查二岗", "现场出示证件", "第五十五条第二款", "申请其回避"])
      expect(notice?.text).toContain(told);
  });

  test("XK-36, XK-47: applicant and each third party are told of hearing and time in a paper of their own, no other named", async () => {
    const notices = await read(hall, id, "hearing-rights-notice");
    expect(notices.map(({ number }) => number)).toEqual(
      [1, 2, 3].map((serial) => `禄丰市农业农村局（广通）听告〔2026〕${serial}号`),
    );
    const to = (name: string) => notices.filter(({ text }) => text.includes(`${name}：`));
    expect([theApplicant.name, "王五岳", "赵六合"].map((name) => to(name).length)).toEqual([1, 1, 1]);
    for (const { text, pdf } of notices) {
      expect(pdf).toBe(false);
      expect(text).toContain("第三十六条、第四十七条");
      expect(text).toContain("五个工作日内（至2026年3月9日）");
      expect(text).toContain("不承担本机关组织听证的费用");
      expect(["王五岳", "赵六合"].filter((name) => text.includes(name)).length).toBeLessThan(2);
    }
    expect(to(theApplicant.name)[0]?.text).toContain("直接关系他人重大利益");
    expect(to("王五岳")[0]?.text).toContain("直接关系你（你单位）的重大利益");
  });

  test("XK-36: what is addressed to a third party, the applicant neither finds nor opens", async () => {
    const his = (await papersOf(hall, aResident, id)).filter(({ kind }) => kind === "hearing-rights-notice");
    expect(his.length).toBe(1);
    const theirs = (await papersOf(hall, theClerk, id)).filter(({ party }) => party !== undefined);
    expect(theirs.map(({ party }) => party).sort()).toEqual([0, 0, 1, 1]);
    for (const { id: paper } of theirs) {
      expect((await hall.get(aResident, `/permits/documents/${paper}`)).status).toBe(404);
      expect((await hall.get(aResident, `/permits/documents/${paper}/pdf`)).status).toBe(404);
      expect((await hall.get(theReviewer, `/permits/documents/${paper}`)).status).toBe(200);
    }
  });

  test("XK-48: the notice of a hearing goes to applicant and third parties, under its one number", async () => {
    const notices = await read(hall, id, "hearing-notice");
    expect(notices.length).toBe(3);
    for (const { number, pdf, text } of notices) {
      expect([number, pdf]).toEqual(["广通听〔2026〕2号", false]);
      expect(text).toContain("2026年3月18日");
      expect(text).toContain("镇政府会议室");
    }
    for (const name of [theApplicant.name, "王五岳", "赵六合"])
      expect(notices.filter(({ text }) => text.includes(`${name}：`)).length).toBe(1);
  });

  test("what is published of it names nobody, and its contract is kept", async () => {
    for (const { type, data } of await hall.runtime.store.history(application, id)) {
      if (!/third-parties-informed|inspectors-assigned/.test(type)) continue;
      expect(permits.publishes[type]?.safeParse(data).success).toBe(true);
      for (const name of ["王五岳", "赵六合", "审查岗", "审查二岗", "云E5"])
        expect(JSON.stringify(data)).not.toContain(name);
    }
  });

  test("the seal is drawn in the font the text has opened: nothing is warned of", async () => {
    const [notice] = await papersOf(hall, theClerk, id);
    const state = (await hall.runtime.store.load(document, notice?.id ?? ""))?.state;
    if (notice === undefined || state === undefined || state.status === "numbered") throw new Error("no paper");
    const pdf = await printedPdf(notice.id, state, hall.runtime);
    expect(Buffer.from((await hall.runtime.files.get(pdf?.key ?? "")) ?? []).toString("latin1", 0, 5)).toBe("%PDF-");
    expect(warned).not.toHaveBeenCalled();
  });
});

describe("papers of a certificate", () => {
  async function anIssued(collector?: { readonly authorised: true }) {
    const one = await aCase();
    await one.reviewed(false);
    await one.step(theApprover, "decide", { outcome: "granted" });
    const paper = await one.hall.settle(one.id);
    const desk = one.at(`/permits/certificates/${paper}`);
    const given = z.looseObject({ id: z.string().exactOptional() });
    const { id: authorisation } =
      collector === undefined
        ? {}
        : given.parse((await one.hall.post(theClerk, "/permits/authorisations", aGivingBody)).body);
    const collectedBy = authorisation === undefined ? {} : { collectedBy: { kind: "agent", authorisation } };
    await desk(theIssuer, "issue", collectedBy);
    return { ...one, paper, desk, authorisation };
  }

  test("XK-69, XK-70: suspended, revoked, cancelled: each is drawn from its event, in the issuing organ's name", async () => {
    const { hall, id, paper, desk } = await anIssued();
    await desk(theApprover, "suspend", { document: { number: "禄农罚〔2026〕12号", date: "2026-03-01" } });
    await desk(theApprover, "propose-revocation", { ground: "fraud", notice: "撤告1号", facts: "租赁合同系伪造" });
    const heard = { on: "2026-03-02", record: "笔录1号" };
    hall.runtime.setClock("2026-03-06T02:00:00.000Z");
    await desk(theApprover, "revoke", { heard, publicHarm: { grave: false, assessment: "不涉及公共利益" } });
    await desk(theIssuer, "cancel", { ground: "revoked" });
    expect(await deliver(hall, certificate, paper, 2)).toEqual([]);
    for (const [kind, number, told] of [
      ["suspension-notice", "禄丰市农业农村局（广通）扣〔2026〕1号", "禄农罚〔2026〕12号"],
      ["revocation", "禄丰市农业农村局（广通）撤销〔2026〕1号", "租赁合同系伪造"],
      ["cancellation-notice", "禄丰市农业农村局（广通）注〔2026〕1号", "第七十条第四项"],
    ] as const) {
      const [notice, ...more] = await read(hall, id, kind);
      expect(more).toEqual([]);
      expect(notice).toMatchObject({ number, pdf: false, organ: { name: { zh: "禄丰市农业农村局" } } });
      expect(notice?.text).toContain(told);
    }
  });

  test("L9: the record of delivery names the agent who collected it and the authorisation he had", async () => {
    const { hall, id, paper, authorisation } = await anIssued({ authorised: true });
    await deliverAll(hall, certificate, paper);
    await drawFrom(hall, id, -1, {});
    const [record] = await read(hall, id, "delivery-record");
    expect(record).toMatchObject({ pdf: false });
    for (const told of [
      "李代办（代办员",
      "2026年3月2日窗口当面授权",
      `授权编号${authorisation}`,
      "至2026年4月30日",
      "■直接",
    ])
      expect(record?.text).toContain(told);
  });

  test("L9: one who came himself has no agent on his record", async () => {
    const { hall, id, paper } = await anIssued();
    await deliverAll(hall, certificate, paper);
    await drawFrom(hall, id, -1, {});
    const [record] = await read(hall, id, "delivery-record");
    expect(record?.text).not.toContain("代领");
    expect(record?.text).toContain("■直接");
  });
});

describe("one number, one paper", () => {
  test("an event whose case has no such paper spends no number of the series", async () => {
    const { hall, id } = await aCase();
    const extended = { type: "permits.application.extended" };
    expect(await drawFrom(hall, id, 0, extended)).toEqual([{ done: false, code: "no-such-document" }]);
    const { series } = hall.runtime.town.numbering.documents["extension-notice"];
    expect(await hall.runtime.store.lastNumber(`${series}-YY0001012/2026`)).toBe(0);
    expect(await papersOf(hall, theClerk, id)).toEqual([]);
  });

  test("XK-45: a pause whose end is counted anew on a later day is told by the notice that is out already", async () => {
    const { hall, id, step } = await aCase();
    const notice = { number: "广通告〔2026〕5号", deliveredOn: "2026-03-02", neededDays: 10 };
    await step(theReviewer, "pause", { kind: "expert-review", notice });
    expect(await drawFrom(hall, id, -1, { time: "2026-03-03T02:00:00.000Z", id: `application/${id}/9` })).toEqual([]);
    expect(await drawFrom(hall, id, -1, {})).toEqual([{ done: true }]);
    expect((await read(hall, id, "pause-notice")).map(({ number }) => number)).toEqual(["广通告〔2026〕5号"]);
  });
});
