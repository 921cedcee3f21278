import { inflateSync } from "node:zlib";
import { decodeQR } from "qr/decode.js";

type Module = readonly [x: number, y: number];

/** Pixels of a module, and modules of white around the code. */
const scale = 6;
const quiet = 4;

/** What a scanner reads where these modules are dark. */
function scanned(modules: readonly Module[]): string {
  if (modules.length === 0) throw new Error("there is no code");
  const width = (Math.max(...modules.flat()) + 1 + 2 * quiet) * scale;
  const data = new Uint8Array(4 * width * width).fill(255);
  for (const [x, y] of modules)
    for (let row = 0; row < scale; row += 1) {
      const start = 4 * (((y + quiet) * scale + row) * width + (x + quiet) * scale);
      for (let pixel = 0; pixel < scale; pixel += 1) data.fill(0, start + 4 * pixel, start + 4 * pixel + 3);
    }
  return decodeQR({ width, height: width, data }, { timeLimit: 5_000 });
}

/** The modules under bars that begin at the first and second number and end before the third. */
const modulesOf = (bars: Iterable<readonly (number | undefined)[]>) =>
  [...bars].flatMap(([x = 0, y = 0, end = 0]) => Array.from({ length: end - x }, (_none, at): Module => [x + at, y]));

/** What the QR code of a page of HTML says. */
export const codeInHtml = (html: string) =>
  scanned(
    modulesOf(
      [...html.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)].map(([, x, y, length]) => [
        Number(x),
        Number(y),
        Number(x) + Number(length),
      ]),
    ),
  );

/** What the QR code of a PDF says: bars one unit high in what its pages draw. */
export const codeInPdf = (pdf: Uint8Array) =>
  scanned(
    modulesOf(
      [...drawnIn(pdf).matchAll(/(?<=\n)(\d+) (\d+) m\n(\d+) \2 l\n\3 \d+ l\n\1 \d+ l\nh\n/g)].map((bar) =>
        bar.slice(1).map(Number),
      ),
    ),
  );

/** All that a PDF's compressed streams of drawing hold. */
function drawnIn(pdf: Uint8Array): string {
  const file = Buffer.from(pdf);
  const streams: string[] = [];
  for (let at = file.indexOf("stream\n"); at >= 0; at = file.indexOf("\nstream\n", at)) {
    const end = file.indexOf("endstream", at);
    const from = file.indexOf("stream\n", at) + "stream\n".length;
    if (file[from] === 0x78) streams.push(inflateSync(file.subarray(from, end)).toString("latin1"));
    at = end;
  }
  return streams.filter((one) => one.includes("BT\n")).join("\n");
}
