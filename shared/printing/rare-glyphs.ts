import { readFileSync } from "node:fs";
import { fontPath } from "./font-path.ts";
import type { Glyph } from "./font-tables.ts";
import { rareFontAssets, rareSliceOf } from "./rare-assets.ts";

/** Units of an em in the faces that rare glyphs are put into. */
const em = 1000;

type Font = ReturnType<typeof import("fontkit")["create"]>;
type Outline = ReturnType<Font["glyphForCodePoint"]>["path"];

/** To open a slice costs some hundred milliseconds, so its glyphs stay known while a process lives. The oldest goes first. */
const known = new Map<number, Glyph | undefined>();
const mostKnown = 2_000;

/**
 * The glyphs of rare characters in a text, by their code points. The reader of the font is loaded by the first of them.
 * @param covered whether the face itself draws a character
 */
export async function rareGlyphsFor(
  text: string,
  covered: (codePoint: number) => boolean,
): Promise<ReadonlyMap<number, Glyph>> {
  const points = [...new Set(text)].map((character) => character.codePointAt(0) ?? 0);
  const rare = points.filter((point) => !covered(point) && rareSliceOf(point) !== undefined);
  if (rare.length === 0) return new Map();
  await learn(rare.filter((point) => !known.has(point)));
  const found = rare.flatMap((point): [number, Glyph][] => {
    const glyph = known.get(point);
    return glyph === undefined ? [] : [[point, glyph]];
  });
  return new Map(found);
}

async function learn(points: readonly number[]): Promise<void> {
  if (points.length === 0) return;
  const { create } = await import("fontkit");
  for (const [name = "", some] of Map.groupBy(points, rareSliceOf)) {
    const font = create(readFileSync(fontPath(name, rareFontAssets[name] ?? name)));
    for (const point of some) known.set(point, glyphIn(font, point));
  }
  for (const oldest of known.keys()) {
    if (known.size <= mostKnown) break;
    known.delete(oldest);
  }
}

function glyphIn(font: Font, point: number): Glyph | undefined {
  if (!font.hasGlyphForCodePoint(point)) return undefined;
  const { path, advanceWidth } = font.glyphForCodePoint(point);
  const scale = em / font.unitsPerEm;
  const contours = contoursOf(path.commands, scale);
  const points = contours.flat();
  const left = Math.min(...points.map(({ x }) => x));
  const metric = Buffer.alloc(4);
  metric.writeUInt16BE(Math.round(advanceWidth * scale), 0);
  metric.writeInt16BE(left, 2);
  return { metric, outline: outlineOf(contours) };
}

/** A point of an outline: on the curve, or a control point of it. */
interface Point {
  readonly x: number;
  readonly y: number;
  readonly on: boolean;
}

/** The contours of a path of lines and quadratic curves, as TrueType has them. */
function contoursOf(commands: Outline["commands"], scale: number): readonly (readonly Point[])[] {
  const contours: Point[][] = [];
  const at = (x = 0, y = 0, on = true) =>
    contours.at(-1)?.push({ x: Math.round(x * scale), y: Math.round(y * scale), on });
  for (const { command, args } of commands) {
    const [x1, y1, x2, y2] = args;
    if (command === "moveTo") contours.push([]);
    if (command === "moveTo" || command === "lineTo") at(x1, y1);
    if (command === "quadraticCurveTo") {
      at(x1, y1, false);
      at(x2, y2);
    }
  }
  return contours.filter(({ length }) => length > 2);
}

/** A simple glyph (`glyf`), its coordinates as words. */
function outlineOf(contours: readonly (readonly Point[])[]): Uint8Array {
  const points = contours.flat();
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const words = (values: readonly number[]) => {
    const bytes = Buffer.alloc(2 * values.length);
    for (const [at, value] of values.entries()) bytes.writeInt16BE(value, 2 * at);
    return bytes;
  };
  const steps = (values: readonly number[]) => values.map((value, at) => value - (values[at - 1] ?? 0));
  let end = -1;
  const ends = contours.map(({ length }) => {
    end += length;
    return end;
  });
  return Buffer.concat([
    words([contours.length, Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys), ...ends, 0]),
    Buffer.from(points.map(({ on }) => (on ? 1 : 0))),
    words(steps(xs)),
    words(steps(ys)),
  ]);
}
