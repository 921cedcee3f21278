import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { takenOf, withoutMetadata } from "../../../shared/pictures/index.ts";
import { aJpeg, anExif, aPhoto, aPng, aWebp, bytesOf, pngChunk, segment, webpChunk } from "../../support/pictures.ts";

const jpeg = (content: Uint8Array) => withoutMetadata(content, "image/jpeg");
const png = (content: Uint8Array) => withoutMetadata(content, "image/png");
const webp = (content: Uint8Array) => withoutMetadata(content, "image/webp");
const text = (content: Uint8Array | undefined) => Buffer.from(content ?? []).toString("latin1");
/** Long enough not to occur by chance. */
const secret = fc.string({ minLength: 12, maxLength: 40, unit: "grapheme-ascii" }).map((said) => `#${said}#`);

/** Markers that draw nothing: applications, comments, reserved ones. */
const besides = fc.oneof(fc.integer({ min: 0xe0, max: 0xef }), fc.constantFrom(0xfe, 0xf0, 0xfd, 0xc8, 0x02, 0xdf));
const drawingChunks = new Set(["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "sBIT", "bKGD", "pHYs"]);
const chunkName = fc.stringMatching(/^[a-zA-Z]{4}$/).filter((name) => !drawingChunks.has(name));
const webpName = fc
  .stringMatching(/^[A-Z0-9 ]{4}$/)
  .filter((name) => !["VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF"].includes(name));

describe("P-6: a picture tells nothing beside its picture", () => {
  test("JPEG: any other segment, anywhere, in any number, and any bytes after the end leave it; it is what it was without them", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(besides, secret), { maxLength: 6 }), secret, (segments, after) => {
        const others = segments.map(([marker, said]) => segment(marker, bytesOf(said)));
        expect(jpeg(aJpeg(others, bytesOf(after)))).toEqual(aJpeg());
      }),
    );
  });

  test("PNG: any other chunk, and any bytes after the end leave it", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(chunkName, secret), { maxLength: 6 }), secret, (chunks, after) => {
        const others = chunks.map(([name, said]) => pngChunk(name, bytesOf(said)));
        expect(png(aPng(others, bytesOf(after)))).toEqual(aPng());
      }),
    );
  });

  test("WebP: any other chunk, the flags that announce it, and any bytes after the end leave it", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(webpName, secret), { maxLength: 6 }), secret, (chunks, after) => {
        const others = chunks.map(([name, said]) => webpChunk(name, bytesOf(said)));
        expect(webp(aWebp(others, bytesOf(after), 0x2c))).toEqual(aWebp());
      }),
    );
  });

  test("EXIF, XMP, IPTC and comments of a telephone's picture are gone, and cleaning twice changes nothing", () => {
    const cleaned = jpeg(aPhoto("欧阳娜娜")) ?? bytesOf();
    expect(text(cleaned)).not.toMatch(/Exif|xmpmeta|Photoshop|secret|2026:03:02/);
    expect(jpeg(cleaned)).toEqual(cleaned);
  });

  test("a thumbnail within JFIF, and what follows the twelve bytes of Adobe, are gone; density and colours stay", () => {
    const jfif = bytesOf("JFIF\0", 1, 2, 1, [0, 72, 0, 72]);
    const adobe = bytesOf("Adobe", [0, 100, 0, 0, 0, 0, 1]);
    const given = aJpeg([segment(0xe0, bytesOf(jfif, 1, 1, "RGB")), segment(0xee, bytesOf(adobe, "secret"))]);
    expect(jpeg(given)).toEqual(aJpeg([segment(0xe0, bytesOf(jfif, 0, 0)), segment(0xee, adobe)]));
  });

  test("a chunk that draws, but is longer than any such chunk, hides nothing", () => {
    expect(text(png(aPng([pngChunk("gAMA", bytesOf("secret"))])))).not.toContain("secret");
    expect(png(aPng([pngChunk("gAMA", bytesOf(0, 0, 0, 1))]))).toEqual(aPng([pngChunk("gAMA", bytesOf(0, 0, 0, 1))]));
  });

  test("frames of an animated WebP lose what they tell besides", () => {
    const inside = (more: Uint8Array) =>
      webpChunk("ANMF", bytesOf(new Uint8Array(16), webpChunk("VP8 ", bytesOf(7, 8)), more));
    expect(webp(aWebp([inside(webpChunk("EXIF", bytesOf("secret")))]))).toEqual(aWebp([inside(bytesOf())]));
  });
});

describe("what is no whole picture is refused", () => {
  test("cut off anywhere, it is none", () => {
    const whole: readonly (readonly [string, Uint8Array])[] = [
      ["image/jpeg", aPhoto()],
      ["image/png", aPng([pngChunk("tEXt", bytesOf("secret"))])],
      ["image/webp", aWebp()],
    ];
    for (const [type, content] of whole) {
      expect(withoutMetadata(content, type)).toBeDefined();
      for (let length = 0; length < content.length; length += 1)
        expect(withoutMetadata(content.subarray(0, length), type)).toBeUndefined();
    }
  });

  test("any bytes are read to an end, and are no picture", () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 200 }),
        fc.constantFrom("image/jpeg", "image/png", "image/webp"),
        (bytes, type) => {
          expect(withoutMetadata(bytes, type)).toBeUndefined();
          const begun = bytesOf(aPhoto().subarray(0, 40), bytes);
          expect(jpeg(begun) === undefined || text(jpeg(begun)).includes("Exif") === false).toBe(true);
        },
      ),
    );
  });

  test("one kind under the name of another, and a kind that cannot be cleaned, are none", () => {
    expect(jpeg(aPng())).toBeUndefined();
    expect(png(aJpeg())).toBeUndefined();
    expect(webp(aJpeg())).toBeUndefined();
    expect(withoutMetadata(aJpeg(), "image/heic")).toBeUndefined();
    expect(png(aPng().subarray(0, 33))).toBeUndefined();
  });
});

describe("where and when it was taken", () => {
  test("place, time and orientation are read before they leave it", async () => {
    expect(await takenOf(aPhoto())).toEqual({
      ...{ place: { lng: 101 + 55 / 60, lat: 25.15 }, at: "2026-03-02T10:00:00", orientation: 6 },
    });
    expect(await takenOf(aWebp([webpChunk("EXIF", anExif())]))).toMatchObject({ at: "2026-03-02T10:00:00" });
  });

  test("a picture without them, or with broken ones, says nothing", async () => {
    expect(await takenOf(aJpeg())).toEqual({});
    expect(await takenOf(aJpeg([segment(0xe1, bytesOf("Exif\0\0MM\0*\xff\xff\xff\xff"))]))).toEqual({});
    expect(await takenOf(bytesOf("no picture"))).toEqual({});
  });
});
