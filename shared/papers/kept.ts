/** A file of a paper, kept under its own hash. */
export interface KeptFile {
  readonly key: string;
  readonly sha256: string;
}

/** What exists of a paper with its event. */
export interface KeptPaper {
  /** From which its PDF is drawn, when the first person asks for it. */
  readonly content: KeptFile;
  readonly html: KeptFile;
  /** How many characters the font lacks; the PDF shows them as code points. */
  readonly missingGlyphs: number;
}
