/** So much of fontkit as the house reads rare glyphs with; the package brings no types. */
declare module "fontkit" {
  interface Path {
    readonly commands: readonly {
      readonly command: "moveTo" | "lineTo" | "quadraticCurveTo" | "bezierCurveTo" | "closePath";
      readonly args: readonly number[];
    }[];
  }
  interface Font {
    readonly unitsPerEm: number;
    hasGlyphForCodePoint(codePoint: number): boolean;
    glyphForCodePoint(codePoint: number): { readonly path: Path; readonly advanceWidth: number };
  }
  /** @throws Error for a file that is no font */
  export function create(bytes: Uint8Array): Font;
}
