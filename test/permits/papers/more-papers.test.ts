import { describe, expect, test } from "vitest";
import type { CertificateCommand } from "../../../services/permits/certificates/domain/certificate.ts";
import type { DocumentKind } from "../../../services/permits/documents/domain/kinds.ts";
import { givenNumber } from "../../../services/permits/papers/domain/numbering.ts";
import { drawPdf } from "../../../shared/printing/pdf/draw.ts";
import { anApplication, aReviewed } from "../cases/builders.ts";
import { aCertificate, aPaper, aProposal, heardOn, noHarm } from "../certificates/builders.ts";
import { aDocument, aFrame, allText, drawnUp, pagesIn } from "./builders.ts";

describe("filings and hearings", () => {
  test("L16: a filing's receipt says since when it is on record, under the special seal, and that it is no permit", () => {
    const receipt = aDocument("filing-receipt", { status: "recorded" });
    expect(receipt).toMatchObject({ title: "备案回执", seal: "permits" });
    expect(allText(receipt)).toContain("自2026年3月2日起予以备案");
    const source = { id: "A", application: anApplication({ status: "recorded" }).state };
    expect(givenNumber("filing-receipt", source, false).number).toBe("禄丰市农业农村局（广通）备〔2026〕1号");
  });

  test("XK-48: the notice of a hearing tells day, place, who presides and that it is public, by its own number", () => {
    const { state: application } = aReviewed().does("call-hearing", "2026-03-02");
    const text = allText(drawnUp("hearing-notice", { id: "A", application }, aFrame()));
    for (const told of ["2026年4月1日", "镇政府会议室", "法制审核员", "公开举行", "第四十六条"])
      expect(text).toContain(told);
    expect(givenNumber("hearing-notice", { id: "A", application }, false)).toEqual({ number: "听证通知1号" });
  });

  test("a pause for something else is no hearing", () => {
    expect(() => aDocument("hearing-notice", { status: "paused" })).toThrow("no hearing-notice");
  });
});

test("XK-T2: the record of delivery names the decision of the organ above by its own number", () => {
  const { state: application } = anApplication({ status: "answered" }).does("deliver", "2026-03-02");
  const text = allText(drawnUp("delivery-record", { id: "A", application }, aFrame()));
  expect(text).toContain("禄丰市农业农村局《准予行政许可决定书》县许〔2026〕1号");
  expect(text).not.toContain("农药经营许可证》县许");
});

describe("the end of a certificate", () => {
  const application = anApplication({ status: "granted" }).state;
  const propose = [aProposal(), "2026-05-06"] as const;
  const revoke = [{ type: "revoke", heard: heardOn("2026-05-07"), publicHarm: noHarm }, "2026-05-12"] as const;
  const paper = (kind: DocumentKind, ...commands: (readonly [CertificateCommand, string])[]) =>
    drawnUp(kind, { id: "A", application, certificate: aCertificate({}, ...commands) }, aFrame());

  test("XK-69: a revocation gives facts, ground, article, and what becomes of the holder's loss", () => {
    const text = allText(paper("revocation", propose, revoke));
    expect(text).toContain("撤销行政许可决定书");
    expect(text).toContain("第六十九条第一款第三项");
    expect(text).toContain("查明的事实");
    expect(text).toContain("依法给予赔偿");
    const fraud = allText(paper("revocation", [aProposal("fraud"), "2026-05-06"], revoke));
    expect(fraud).toContain("第六十九条第二款");
    expect(fraud).toContain("取得的利益不受保护");
    expect(fraud).not.toContain("赔偿");
    expect(fraud).toContain("第六十九条第四款");
    expect(text).toContain("申请行政复议");
  });

  test("XK-79: fraud bars for three years where safety is at stake, and only there", () => {
    const revoked = (ground: "fraud" | "procedure", safety: boolean) => {
      const one = aCertificate({ safety }, [aProposal(ground), "2026-05-06"], revoke);
      return allText(drawnUp("revocation", { id: "A", application, certificate: one }, aFrame()));
    };
    expect(revoked("fraud", true)).toContain("第七十九条的规定，你在三年内不得再次申请");
    expect(revoked("fraud", false)).not.toContain("三年内");
    expect(revoked("procedure", true)).not.toContain("三年内");
  });

  test("each takes one page, the seal on it", async () => {
    const suspend = [{ type: "suspend", document: aPaper, until: "2026-06-07" }, "2026-05-06"] as const;
    const died = [{ type: "cancel", ground: "holder-died", document: aPaper }, "2026-05-09"] as const;
    for (const drawn of [
      paper("suspension-notice", suspend),
      paper("revocation", propose, revoke),
      paper("cancellation-notice", died),
    ]) {
      const pdf = await drawPdf(drawn, "2026-05-09T00:00:00.000Z");
      expect(pagesIn(pdf)).toBe(1);
    }
  });

  test("a suspension names the decision it rests on, the article of penalties, and from when", () => {
    expect(allText(paper("suspension-notice", [{ type: "suspend", document: aPaper }, "2026-05-06"]))).toMatch(
      /依据广通农〔2026〕3号（2026年5月1日），根据《中华人民共和国行政处罚法》第九条第三项的规定.*自2026年5月6日起暂扣/,
    );
  });

  test("XK-70: a cancellation rests on the ground the article names", () => {
    const text = allText(
      paper("cancellation-notice", propose, revoke, [{ type: "cancel", ground: "revoked" }, "2026-05-09"]),
    );
    expect(text).toContain("第七十条第四项");
    const died = { type: "cancel", ground: "holder-died", document: aPaper } as const;
    const gone = paper("cancellation-notice", [died, "2026-05-09"]);
    expect(allText(gone)).toContain("第七十条第二项");
    expect(gone.addressee).toBe("欧阳娜娜（监护人、权利义务承受人）");
  });

  test("each is made in the name of the organ that issued the certificate", () => {
    const certificate = aCertificate({}, propose, revoke);
    expect(givenNumber("revocation", { id: "A", application, certificate }, false)).toEqual({
      organ: certificate.issuer,
    });
  });
});
