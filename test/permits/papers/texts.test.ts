import { describe, expect, test } from "vitest";
import { compose } from "../../../services/permits/papers/domain/compose.ts";
import {
  aCommand,
  anApplication,
  aReviewed,
  optionalMaterial,
  sharedMaterial,
  theForm,
  thePlan,
} from "../cases/builders.ts";
import { aDocument, aFrame, allText, drawnUp } from "./builders.ts";

const bureau = { organ: { name: { zh: "县农业农村局", en: "" }, uscc: "11532302YY00010120" } };
const entrusted = { ...bureau, mode: "entrusted", letter: { number: "委托〔2025〕1号", date: "2025-12-15" } } as const;

describe("what each document says", () => {
  test("XK-32-4: a receipt lists every material, what was handed in and what is obtained by sharing, and the five days", () => {
    const receipt = aDocument("receipt");
    const table = receipt.blocks.find(({ kind }) => kind === "table");
    expect(table).toMatchObject({
      rows: [
        ["1", theForm, "必要", "已收"],
        ["2", sharedMaterial, "必要", "数据共享取得，免交"],
        ["3", thePlan, "必要", "已收"],
        ["4", optionalMaterial, "可选", "未收"],
      ],
    });
    expect(allText(receipt)).toContain("五个工作日内（至2026年3月9日）");
  });

  test("XK-32-6: receipt, acceptance and refusal to accept stand under the special seal, with their date", () => {
    for (const [kind, status] of [
      ["receipt", "received"],
      ["corrections-notice", "incomplete"],
      ["acceptance-notice", "accepted"],
      ["non-acceptance", "declined"],
      ["withdrawal-notice", "withdrawn"],
    ] as const)
      expect(aDocument(kind, { status })).toMatchObject({ seal: "permits", date: "2026年3月2日" });
    for (const [kind, status] of [
      ["grant", "granted"],
      ["refusal", "refused"],
      ["forwarding-letter", "forwarded"],
    ] as const)
      expect(aDocument(kind, { status }).seal).toBe("organ");
  });

  test("V6: the notice of a withdrawal names the day, on whose word it was, and that he may apply again", () => {
    const text = allText(aDocument("withdrawal-notice", { status: "withdrawn" }));
    expect(text).toContain("2026年3月2日终止办理");
    expect(text).toContain("签名的撤回声明（撤回声明1号）");
    expect(text).toContain("不影响");
  });

  test("XK-32-4: the one-time notice names everything missing", () => {
    const notice = aDocument("corrections-notice", { status: "incomplete" });
    expect(notice.blocks.find(({ kind }) => kind === "table")).toMatchObject({ rows: [["1", thePlan, "申请人提交"]] });
    expect(allText(notice)).toContain("第三十二条第一款第四项");
  });

  test("XK-32-4: a deemed acceptance says by what law and since when, not that the materials were complete", () => {
    const one = anApplication({ materials: [theForm] });
    one.letPass("2026-03-10");
    const text = allText(drawnUp("acceptance-notice", { id: "A", application: one.state }, aFrame()));
    expect(text).toContain("自收到申请材料之日即2026年3月2日起即为受理");
    expect(text).not.toContain("材料齐全");
    expect(allText(aDocument("acceptance-notice", { status: "accepted" }))).toContain("第三十二条第一款第五项");
  });

  test("XK-32-1, XK-32-2: a refusal to accept rests on the ground it has, and names the organ that is competent", () => {
    const outside = anApplication().lawfully(
      {
        type: "decline",
        ground: "outside-competence",
        competentOrgan: "禄丰市水务局",
        reasons: "取水许可由市水务局审批",
      },
      "2026-03-02",
    );
    const text = allText(drawnUp("non-acceptance", { id: "A", application: outside.state }, aFrame()));
    expect(text).toContain("第三十二条第一款第二项");
    expect(text).toContain("禄丰市水务局");
    expect(allText(aDocument("non-acceptance", { status: "declined" }))).toContain("第三十二条第一款第一项");
  });

  test("XK-38: a refusal gives the reasons as they were written, review in sixty days and suit in six months", () => {
    const text = allText(aDocument("refusal", { status: "refused" }));
    expect(text).toContain("不符合条件");
    expect(text).toContain("六十日内向禄丰市人民政府申请行政复议");
    expect(text).toContain("六个月内依法向禄丰市人民法院提起行政诉讼");
  });

  test("XK-44: a grant bears the permit's number and says when the certificate comes", () => {
    const text = allText(aDocument("grant", { status: "granted" }));
    expect(text).toContain("禄丰市农业农村局（广通）许〔2026〕1号");
    expect(text).toContain("十个工作日内");
  });

  test("XK-24: an entrusted power is exercised in the name of the organ that entrusts, and the letter is cited", () => {
    const grant = aDocument("grant", { status: "granted" }, entrusted);
    expect(grant.organ).toBe("禄丰市农业农村局");
    expect(allText(grant)).toContain("广通镇人民政府受本机关委托（委托〔2025〕1号，2025年12月15日）");
    expect(aDocument("grant", { status: "granted" }).organ).toBe("广通镇人民政府");
  });

  test("XK-45: the notice of a pause says what is needed, since when and for how long", () => {
    const text = allText(aDocument("pause-notice", { status: "paused" }));
    expect(text).toContain("专家评审");
    expect(text).toContain("所需时间预计十个工作日");
    expect(text).toContain("10个工作日（至2026年3月13日）");
  });

  test("XK-42-1: the notice of an extension gives the reasons, the new last day and who approved", () => {
    const one = anApplication({ status: "accepted" }).does("extend", "2026-03-02");
    const text = allText(drawnUp("extension-notice", { id: "A", application: one.state }, aFrame()));
    expect(text).toContain("案情复杂");
    expect(text).toContain("经本机关负责人批准，决定期限延长十个工作日（至2026年4月14日）");
  });

  test("XK-43: a letter that forwards a case takes findings and materials along, to the county's bureau by its name", () => {
    const letter = aDocument("forwarding-letter", { status: "forwarded" });
    expect(letter.addressee).toBe("禄丰市农业农村局");
    expect(allText(letter)).toContain("现场踏勘");
    expect(allText(letter)).toContain(thePlan);
  });

  test("a record of delivery names what was delivered by its number, and hides the person's", () => {
    const { state } = anApplication({ status: "closed" });
    const source = { id: "A", application: state, handover: { refusal: "禄丰市农业农村局（广通）不许〔2026〕3号" } };
    const text = allText(drawnUp("delivery-record", source, aFrame()));
    expect(text).toContain("《不予行政许可决定书》禄丰市农业农村局（广通）不许〔2026〕3号");
    expect(text).toContain("110105********002X");
  });

  test("XK-78: who handed in false materials is warned by the refusal, and barred for a year where safety is at stake", () => {
    const refuse = (safety: boolean) => {
      const one = aReviewed({ guide: { safety } });
      const decide = { ...aCommand("2026-03-02").decide, outcome: "refused", falseMaterials: true } as const;
      const { state } = one.lawfully({ ...decide, reasons: "租赁合同系伪造" }, "2026-03-02");
      return allText(drawnUp("refusal", { id: "A", application: state }, aFrame()));
    };
    expect(refuse(true)).toMatch(/第七十八条的规定，本机关对你给予警告.*在一年内不得再次申请/);
    expect(refuse(false)).toContain("给予警告");
    expect(refuse(false)).not.toContain("一年内不得");
    expect(allText(aDocument("refusal", { status: "refused" }))).not.toContain("警告");
  });

  test("XK-50, XK-5: a grant without end speaks of no renewal, one that is not published of no publication", () => {
    const decided = (more: object, guide: object = {}) => {
      const { decide } = aCommand("2026-03-02");
      const { state } = aReviewed({ guide }).lawfully({ ...decide, ...more }, "2026-03-02");
      return allText(drawnUp("grant", { id: "A", application: state }, aFrame()));
    };
    expect(decided({}, { validityMonths: 60 })).toContain("有效期届满三十日前");
    expect(decided({})).not.toContain("届满");
    expect(decided({})).toContain("依法予以公开");
    expect(decided({ secrecy: "privacy" })).not.toContain("予以公开");
  });

  test("a public service is no permit: its papers do not say so", () => {
    const guide = { category: "public-service" } as const;
    for (const [kind, status] of [
      ["receipt", "received"],
      ["corrections-notice", "incomplete"],
      ["grant", "granted"],
      ["refusal", "refused"],
    ] as const)
      expect(allText(aDocument(kind, { status, guide }))).not.toContain("行政许可");
    for (const [kind, status] of [
      ["acceptance-notice", "accepted"],
      ["non-acceptance", "declined"],
      ["pause-notice", "paused"],
    ] as const)
      expect(aDocument(kind, { status, guide }).title).not.toContain("行政许可");
    expect(allText(aDocument("pause-notice", { status: "paused", guide }))).toContain(
      "参照《中华人民共和国行政许可法》",
    );
  });

  test("a limit that reaches a year not announced yet is called provisional (T-10)", () => {
    const text = allText(aDocument("acceptance-notice", { status: "accepted", on: "2026-12-20" }));
    expect(text).toContain("暂定");
  });

  test("what takes another's place says so", () => {
    expect(aDocument("receipt", {}, { replaces: "禄丰市农业农村局（广通）收〔2026〕1号" }).notes.join()).toContain(
      "替换禄丰市农业农村局（广通）收〔2026〕1号文书",
    );
  });

  test("a document that the state does not have is not drawn up", () => {
    const { state } = anApplication({ status: "accepted" });
    expect(compose("grant", { id: "A", application: state }, aFrame())).toBeUndefined();
  });
});
