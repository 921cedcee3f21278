import * as z from "zod";

const date = z.iso.date();
const bilingual = z.object({ zh: z.string(), en: z.string() });

/** A clock that stands, and the written notice without which it would not (XK-45). */
export const applicationPaused = z.object({
  pause: z.object({
    kind: z.string(),
    from: date,
    notice: z.object({ number: z.string(), deliveredOn: date, neededDays: z.int() }),
  }),
});
export const applicationExtended = z.object({ workingDays: z.int(), on: date });

const document = {
  kind: z.string(),
  /** As it is printed. */
  number: z.string(),
  application: z.string(),
  organ: z.object({ name: bilingual, uscc: z.string() }),
  on: date,
};
/** A document composed and kept. Its files are known by their SHA-256; of the PDF only where it was drawn at once. */
export const documentDrawnUp = z.object({
  ...document,
  certificate: z.string().optional(),
  replaces: z.string().optional(),
  template: z.int(),
  sha256: z.object({ pdf: z.string().optional(), html: z.string() }),
  /** How many different characters the font lacks; they stand as code points. */
  missingGlyphs: z.int(),
});
/** The PDF of a document, drawn when somebody first asked for it and kept since. */
export const documentPrinted = z.object({ ...document, sha256: z.object({ pdf: z.string() }) });
/** A document that another takes the place of; it is kept. */
export const documentSuperseded = z.object({ ...document, by: z.string(), supersededOn: date });

export const documentEvents = {
  "permits.application.paused": applicationPaused,
  "permits.application.extended": applicationExtended,
  "permits.document.drawn-up": documentDrawnUp,
  "permits.document.printed": documentPrinted,
  "permits.document.superseded": documentSuperseded,
} as const;
