import "pdfmake";

declare module "pdfmake" {
  /** Files in memory, by name, that are looked for before any on disk; the published types leave it out. */
  export const virtualfs: { writeFileSync(name: string, content: Uint8Array): void };
}
