import { inflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { type Block, type DocumentContent, renderHtml } from "../../../shared/papers/index.ts";
import { drawPdf } from "../../../shared/printing/pdf/draw.ts";

const aLetter = (more: Partial<DocumentContent> = {}): DocumentContent => ({
  ...{ kind: "letter", id: "L", title: "行政处罚决定书", number: "广通罚〔2026〕1号", organ: "广通镇人民政府" },
  ...{ date: "2026年3月2日", seal: "organ", layout: "letter", specimen: true, notes: [] },
  blocks: [{ kind: "paragraph", text: "本机关决定。" }],
  verifyAt: "https://town.example/papers/L/verify",
  ...more,
});
const at = "2026-03-02T02:00:00.000Z";

/** What a PDF draws, its streams opened. */
function drawnIn(pdf: Uint8Array): string {
  const bytes = Buffer.from(pdf);
  const text = bytes.toString("latin1");
  return [...text.matchAll(/stream\r?\n/g)]
    .map((found) => {
      const from = found.index + found[0].length;
      try {
        return inflateSync(bytes.subarray(from, text.indexOf("endstream", from))).toString("latin1");
      } catch {
        return "";
      }
    })
    .join("\n");
}
/** Where straight lines are drawn across, by their ends. */
const linesIn = (pdf: Uint8Array) =>
  [...drawnIn(pdf).matchAll(/([\d.]+) ([\d.]+) m\s+([\d.]+) ([\d.]+) l/g)]
    .map(([, x1, y1, x2, y2]) => ({ from: Number(x1), to: Number(x2), y: [Number(y1), Number(y2)] }))
    .filter(({ y: [one, other] }) => one === other);
const pagesIn = (pdf: Uint8Array) =>
  Buffer.from(pdf)
    .toString("latin1")
    .match(/\/Type \/Page\b/g)?.length ?? 0;

describe("a letter of several pages", () => {
  const long: Block[] = Array.from({ length: 60 }, (_none, at) => ({
    kind: "paragraph",
    text: `第${at + 1}条。`.repeat(9),
  }));

  test("its red line stands between the margins, as on a letter of one page", async () => {
    const [one, many] = [await drawPdf(aLetter(), at), await drawPdf(aLetter({ blocks: long }), at)];
    expect(pagesIn(one)).toBe(1);
    expect(pagesIn(many)).toBeGreaterThan(1);
    const [first] = linesIn(one);
    expect(first).toBeDefined();
    expect(linesIn(many)[0]).toMatchObject({ from: first?.from, to: first?.to });
  });

  test("the same content and instant give the same bytes", async () => {
    const content = aLetter({ blocks: long });
    expect(Buffer.from(await drawPdf(content, at)).equals(Buffer.from(await drawPdf(content, at)))).toBe(true);
  });
});

describe("a record of the file", () => {
  const { verifyAt: _none, ...inHouse } = aLetter({ layout: "record", seal: "none", title: "询问笔录" });

  test("bears no code, no seal and no red head; its number stands under its title", () => {
    const page = renderHtml(inHouse);
    expect(page).not.toContain("<svg");
    expect(page).not.toContain("核验");
    expect(page.indexOf("询问笔录</h1>")).toBeLessThan(page.indexOf('class="number plain"'));
    const letter = renderHtml(aLetter());
    expect(letter).toContain("核验");
    expect(letter.indexOf('class="number plain"')).toBeLessThan(letter.indexOf("行政处罚决定书</h1>"));
  });

  test("is drawn without a line under its head", async () => {
    expect(linesIn(await drawPdf(inHouse, at))).toEqual([]);
  });
});
