import { encode } from "uqr";

/** The red of official heads and seals. */
export const red = "#c8161d";

/**
 * A QR code as an SVG picture without text, its quiet zone included; each run of black modules a bar of one path. The mask is
 * given, as a reader learns it from the code: to try all eight takes longer than the rest of a paper.
 */
export function qrCode(text: string): string {
  const { data, size } = encode(text, { ecc: "M", border: 2, maskPattern: 3 });
  const path = data
    .flatMap((row, y) => runsOf(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`))
    .join("");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size}" height="${size}"><rect width="${size}" height="${size}" fill="#fff"/><path d="${path}" fill="#000"/></svg>`;
}

/** Where black begins in a row, and how long it stays. */
function runsOf(row: readonly boolean[]): (readonly [x: number, length: number])[] {
  const runs: (readonly [x: number, length: number])[] = [];
  for (let x = row.indexOf(true); x >= 0; ) {
    const white = row.indexOf(false, x);
    const end = white < 0 ? row.length : white;
    runs.push([x, end - x]);
    x = row.indexOf(true, end);
  }
  return runs;
}

/** The corners of a star with its point upwards. */
function star(x: number, y: number, radius: number): string {
  const corners = Array.from({ length: 10 }, (_none, at) => {
    const reach = at % 2 === 0 ? radius : radius * 0.382;
    const angle = (at * Math.PI) / 5 - Math.PI / 2;
    return `${(x + reach * Math.cos(angle)).toFixed(2)},${(y + reach * Math.sin(angle)).toFixed(2)}`;
  });
  return corners.join(" ");
}

/** Diameter of a seal in points: 42 mm, as a town's is. */
export const sealSize = 119;

const escaped = (text: string) => text.replace(/[<>&"]/g, (mark) => `&#${mark.charCodeAt(0)};`);

/**
 * A seal as it would be stamped, marked as an example: the organ around the star. It is a drawing and no signature (S-5).
 * @param below what stands under the star, e.g. 行政审批专用章
 */
export function specimenSeal(organ: string, below: string | undefined, fontFamily: string): string {
  const letters = [...organ];
  const size = letters.length > 14 ? 11 : letters.length > 10 ? 12.5 : 14;
  const span = Math.min(250, letters.length * (size * 1.75));
  const step = letters.length > 1 ? span / (letters.length - 1) : 0;
  const ring = letters
    .map((letter, at) => {
      const angle = (at * step - span / 2).toFixed(2);
      return `<text transform="translate(60 60) rotate(${angle})" x="0" y="-41" font-size="${size}" text-anchor="middle">${escaped(letter)}</text>`;
    })
    .join("");
  const line = (text: string, y: number, fontSize: number) =>
    `<text x="60" y="${y}" font-size="${fontSize}" text-anchor="middle">${escaped(text)}</text>`;
  const words =
    below === undefined ? line("电子印章（示例）", 96, 9) : line(below, 93, 11) + line("电子印章（示例）", 107, 7.5);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 120" width="120" height="120"><g fill="${red}" font-family="${fontFamily}" font-weight="bold"><circle cx="60" cy="60" r="57.6" fill="none" stroke="${red}" stroke-width="3.2"/><polygon points="${star(60, 57, 19)}"/>${ring}${words}</g></svg>`;
}
