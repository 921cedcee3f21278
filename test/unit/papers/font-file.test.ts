import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { fontAssets } from "../../../shared/printing/font-assets.ts";
import { openFontFile } from "../../../shared/printing/font-file.ts";
import { glyphsOf } from "../../../shared/printing/font-map.ts";

const path = fileURLToPath(import.meta.resolve(fontAssets["NotoSerifSC-Regular.ttf"]));
const font = openFontFile(path);

/** A table of a font, by its directory. */
function tableOf(bytes: Uint8Array, tag: string): Buffer {
  const file = Buffer.from(bytes);
  for (let at = 12; at < 12 + 16 * file.readUInt16BE(4); at += 16)
    if (file.toString("latin1", at, at + 4) === tag) {
      const start = file.readUInt32BE(at + 8);
      return file.subarray(start, start + file.readUInt32BE(at + 12));
    }
  throw new Error(`no ${tag}`);
}

describe("a font cut to a text", () => {
  const cut = font.cut("（强镇〕强");

  test("has the characters of the text and no others", () => {
    const glyph = glyphsOf(tableOf(cut, "cmap"));
    expect([..."〕强镇（"].map((one) => glyph(one.codePointAt(0) ?? 0))).toEqual([1, 2, 3, 4]);
    expect([..."广通"].map((one) => glyph(one.codePointAt(0) ?? 0))).toEqual([undefined, undefined]);
    expect(tableOf(cut, "maxp").readUInt16BE(4)).toBe(5);
  });

  test("keeps the advance and the side bearing of each: an opening bracket stands to the right of its square", () => {
    const metrics = tableOf(cut, "hmtx");
    const [bracket, ideograph] = [4, 2].map((glyph) => [
      metrics.readUInt16BE(4 * glyph),
      metrics.readInt16BE(4 * glyph + 2),
    ]);
    expect([bracket?.[0], ideograph?.[0]]).toEqual([1000, 1000]);
    expect(bracket?.[1]).toBeGreaterThan(500);
    expect(ideograph?.[1]).toBeLessThan(100);
  });

  test("keeps each outline: a bearing is where the outline begins", () => {
    const [places, outlines, metrics] = ["loca", "glyf", "hmtx"].map((tag) => tableOf(cut, tag));
    for (let glyph = 1; glyph <= 4; glyph += 1) {
      const left = outlines?.readInt16BE((places?.readUInt32BE(4 * glyph) ?? 0) + 2);
      expect(left).toBe(metrics?.readInt16BE(4 * glyph + 2));
    }
  });

  test("is small, has no shaping, and is the same each time", () => {
    expect(cut.length).toBeLessThan(10_000);
    expect(() => tableOf(cut, "GSUB")).toThrow("no GSUB");
    expect(Buffer.from(font.cut("强（镇〕")).equals(Buffer.from(cut))).toBe(true);
  });

  test("leaves out what the font lacks", () => {
    expect([font.covers(0x5f3a), font.covers(0x20bb7)]).toEqual([true, false]);
    expect(tableOf(font.cut("强𠮷"), "maxp").readUInt16BE(4)).toBe(2);
  });
});

test("a file that is no font is refused", () => {
  expect(() => openFontFile(fileURLToPath(import.meta.url))).toThrow(TypeError);
});
