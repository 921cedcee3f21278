import type * as z from "zod";

/** What a field is called, in both languages. */
export interface Title {
  readonly zh: string;
  readonly en: string;
}

/** A schema with a title of its own, where its field's name does not say enough: `titled(phone, { zh: "收信人电话", en: "Recipient's phone" })`. */
export const titled = <S extends z.ZodType>(schema: S, { zh, en }: Title): S =>
  schema.meta({ title: en, "x-title-zh": zh });

/** The title that a schema itself states. */
export function titleStatedBy(schema: z.ZodType): Title | undefined {
  const { title: en, "x-title-zh": zh } = schema.meta() ?? {};
  return typeof en === "string" && typeof zh === "string" ? { zh, en } : undefined;
}
