import { createHash } from "node:crypto";
import { create } from "fontkit";
import { describe, expect, test } from "vitest";
import { memoryFiles } from "../../../shared/files/index.ts";
import { qrCode } from "../../../shared/papers/drawings.ts";
import { renderHtml } from "../../../shared/papers/index.ts";
import { legible } from "../../../shared/papers/legible.ts";
import { readContent } from "../../../shared/printing/content-schema.ts";
import { draws, face } from "../../../shared/printing/fonts.ts";
import { printPaper } from "../../../shared/printing/index.ts";
import { keepPaper } from "../../../shared/printing/keep.ts";
import { drawPdf } from "../../../shared/printing/pdf/draw.ts";
import { rareGlyphsFor } from "../../../shared/printing/rare-glyphs.ts";
import { theApplicant } from "../cases/builders.ts";
import { aDocument, pagesIn } from "./builders.ts";

const at = "2026-03-02T02:00:00.000Z";
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const named = (name: string) => aDocument("receipt", { applicant: { ...theApplicant, name } });

describe("rendering", () => {
  test("the same document at the same instant gives the same bytes, another instant or text others", async () => {
    const [one, other, again, later] = await Promise.all([
      drawPdf(named("欧阳娜娜"), at),
      drawPdf(named("欧阳娜"), at),
      drawPdf(named("欧阳娜娜"), at),
      drawPdf(named("欧阳娜娜"), "2026-03-02T02:00:01.000Z"),
    ]);
    expect(sha256(again)).toBe(sha256(one));
    expect(sha256(later)).not.toBe(sha256(one));
    expect(sha256(other)).not.toBe(sha256(one));
    expect(renderHtml(named("欧阳娜娜"))).toBe(renderHtml(named("欧阳娜娜")));
    expect(renderHtml(named("欧阳娜"))).not.toBe(renderHtml(named("欧阳娜娜")));
  });

  test("the kept content says all that the PDF needs", () => {
    for (const content of [named("欧阳娜娜"), aDocument("forwarding-letter", { status: "forwarded" })]) {
      const kept = new TextEncoder().encode(JSON.stringify(content));
      expect(readContent(kept)).toEqual(JSON.parse(JSON.stringify(content)));
    }
    expect(() => readContent(new TextEncoder().encode('{"title":"申请材料收件回执"}'))).toThrow();
  });

  test("the PDF is A4, of one page for a receipt, and holds of its font only what it uses", async () => {
    const pdf = await drawPdf(named("欧阳娜娜"), at);
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
    expect(pagesIn(await drawPdf(long, at))).toBeGreaterThan(2);
  });

  test("a certificate is one page across", async () => {
    const sheet = { ...named("欧阳娜娜"), layout: "certificate" as const };
    const pdf = await drawPdf(sheet, at);
    expect(Buffer.from(pdf).toString("latin1")).toContain("/MediaBox [0 0 841.89 595.28]");
    expect(pagesIn(pdf)).toBe(1);
  });

  test("a signing service gets the finished PDF and has the last word", async () => {
    const files = memoryFiles();
    const { content } = await keepPaper(files, named("欧阳娜娜"));
    const paper = { id: "D0CUMENT", content, at, organ: "广通镇人民政府" };
    const signed = await printPaper({ files }, paper, async (pdf, { organ }) =>
      Buffer.concat([pdf, Buffer.from(`signed for ${organ}`)]),
    );
    if (signed === undefined) throw new Error("the content is lost");
    const pdf = (await files.get(signed.key)) ?? new Uint8Array();
    expect(sha256(pdf)).toBe(signed.sha256);
    expect(Buffer.from(pdf).toString("utf8")).toMatch(/^%PDF-1\.7[\s\S]*signed for 广通镇人民政府$/);
  });
});

describe("rare characters", () => {
  const missing = (name: string) => legible(named(name), draws).missing;

  test("what the font has is drawn, beyond the common ones too", () => {
    expect(missing("㛃䶮𬭚龘彧")).toEqual([]);
  });

  test("X7: a second font draws what the first lacks: extensions B to F", async () => {
    expect(missing("𠮷𪚥𪜶𫝄𫞂𬺰")).toEqual([]);
    const { cut, covers } = face("NotoSerifSC-Bold.ttf");
    const glyphs = await rareGlyphsFor("吉𠮷强𪚥𰻝", covers);
    expect([...glyphs.keys()]).toEqual([0x20bb7, 0x2a6a5]);
    // Read back by the library that embeds it: the advance of an ideograph, and an outline within its square.
    const font = create(cut("吉𠮷强", glyphs));
    for (const point of [0x5409, 0x20bb7, 0x5f3a]) {
      const { advanceWidth, path } = font.glyphForCodePoint(point);
      expect(advanceWidth).toBe(1000);
      expect(path.commands.length).toBeGreaterThan(10);
      for (const { args } of path.commands)
        for (const at of args) {
          expect(at).toBeGreaterThan(-200);
          expect(at).toBeLessThan(1000);
        }
    }
    expect(font.hasGlyphForCodePoint(0x30edd)).toBe(false);
  });

  test("what none has stands as its code point and is counted, never dropped", () => {
    expect(missing("欧阳𰻝𱍐")).toEqual(["U+30EDD", "U+31350"]);
  });

  test("a title of two lines keeps them", () => {
    const { content } = legible({ ...named("欧阳"), title: "关于转报\n某事的函" }, () => false);
    expect(content.title).toContain("\n");
  });

  test("marks that draw nothing are no missing characters", () => {
    expect(missing("欧\u200B阳\uFE00")).toEqual([]);
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
