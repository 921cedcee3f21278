import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { qrCode } from "../../../services/permits/papers/documents/drawings.ts";
import { renderHtml } from "../../../services/permits/papers/documents/html.ts";
import { render } from "../../../services/permits/papers/documents/render.ts";
import { legible } from "../../../services/permits/papers/documents/texts.ts";
import { theApplicant } from "../cases/builders.ts";
import { aDocument, pagesIn } from "./builders.ts";

const at = "2026-03-02T02:00:00.000Z";
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const named = (name: string) => aDocument("receipt", { applicant: { ...theApplicant, name } });

describe("rendering", () => {
  test("the same document at the same instant gives the same bytes, another instant or text others", async () => {
    const [one, again, later, other] = await Promise.all([
      render(named("欧阳娜娜"), at),
      render(named("欧阳娜娜"), at),
      render(named("欧阳娜娜"), "2026-03-02T02:00:01.000Z"),
      render(named("欧阳娜"), at),
    ]);
    expect(sha256(again.pdf)).toBe(sha256(one.pdf));
    expect(sha256(again.html)).toBe(sha256(one.html));
    expect(sha256(later.pdf)).not.toBe(sha256(one.pdf));
    expect(sha256(other.pdf)).not.toBe(sha256(one.pdf));
    expect(one.missing).toEqual([]);
  });

  test("the PDF is A4, of one page for a receipt, and holds of its font only what it uses", async () => {
    const { pdf } = await render(named("欧阳娜娜"), at);
    const text = Buffer.from(pdf).toString("latin1");
    expect(text.startsWith("%PDF-1.7")).toBe(true);
    expect(text).toContain("/MediaBox [0 0 595.28 841.89]");
    expect(pagesIn(pdf)).toBe(1);
    expect(pdf.length).toBeLessThan(200_000);
  });

  test("long reasons run over pages", async () => {
    const reasons = "申请使用的地块位于永久基本农田保护范围内。".repeat(60);
    const refusal = aDocument("refusal", { status: "refused" });
    const long = { ...refusal, blocks: [...refusal.blocks, { kind: "paragraph", text: reasons } as const] };
    expect(pagesIn((await render(long, at)).pdf)).toBeGreaterThan(2);
  });

  test("a certificate is one page across", async () => {
    const sheet = { ...named("欧阳娜娜"), layout: "certificate" as const };
    const { pdf } = await render(sheet, at);
    expect(Buffer.from(pdf).toString("latin1")).toContain("/MediaBox [0 0 841.89 595.28]");
    expect(pagesIn(pdf)).toBe(1);
  });

  test("a signing service gets the finished PDF and has the last word", async () => {
    const signed = await render(named("欧阳娜娜"), at, async (pdf, { organ }) =>
      Buffer.concat([pdf, Buffer.from(`signed for ${organ}`)]),
    );
    expect(Buffer.from(signed.pdf).toString("utf8")).toMatch(/signed for 广通镇人民政府$/);
  });
});

describe("rare characters", () => {
  test("what the font has is drawn, beyond the common ones too", async () => {
    expect((await render(named("㛃䶮𬭚龘彧"), at)).missing).toEqual([]);
  });

  test("what it lacks stands as its code point and is counted, never dropped", async () => {
    expect((await render(named("欧阳𠮷𪚥"), at)).missing).toEqual(["U+20BB7", "U+2A6A5"]);
  });

  test("a title of two lines keeps them", () => {
    const { content } = legible({ ...named("欧阳"), title: "关于转报\n某事的函" }, () => false);
    expect(content.title).toContain("\n");
  });

  test("marks that draw nothing are no missing characters", async () => {
    expect((await render(named("欧\u200B阳\uFE00"), at)).missing).toEqual([]);
  });
});

describe("the HTML", () => {
  test("what people wrote is shown and never carried out", () => {
    const html = renderHtml(named(`<img src=x onerror=alert(1)>"'&`));
    expect(html).not.toContain("<img");
    expect(html).toContain("&#60;img src=x onerror=alert(1)&#62;&#34;&#39;&#38;");
  });

  test("needs nothing from elsewhere", () => {
    const html = renderHtml(named("欧阳娜娜"));
    expect(html).not.toMatch(/<(script|link|img|iframe)|url\(|@import/i);
    expect(html).toContain("https://zwfw.guangtong.example/permits/documents/D0CUMENT/verify");
  });

  test("an example says that it is one; a real one leaves the seal's place free", () => {
    expect(renderHtml(named("欧阳娜娜"))).toContain("电子印章（示例）");
    const real = renderHtml({ ...named("欧阳娜娜"), specimen: false });
    expect(real).not.toContain("电子印章");
    expect(real).not.toContain("示例");
  });
});

test("the code's finder patterns stand in three corners, inside a quiet zone", () => {
  const svg = qrCode("https://zwfw.guangtong.example/permits/documents/D0CUMENT/verify");
  const size = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1]);
  const bars = [...svg.matchAll(/M(\d+) (\d+)h(\d+)/g)].map((bar) => bar.slice(1).map(Number));
  const dark = new Set(
    bars.flatMap(([x = 0, y, length = 0]) => Array.from({ length }, (_none, at) => `${x + at},${y}`)),
  );
  for (const [x, y] of [
    [2, 2],
    [size - 9, 2],
    [2, size - 9],
  ] as const)
    expect([dark.has(`${x},${y}`), dark.has(`${x + 6},${y + 6}`), dark.has(`${x + 1},${y + 1}`)]).toEqual([
      true,
      true,
      false,
    ]);
  expect([...dark].some((place) => /^[01],|,[01]$/.test(place))).toBe(false);
});
