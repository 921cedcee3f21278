import * as z from "zod";
import { parseUscc } from "../identity-codes/uscc.ts";
import { isInvisible } from "../text/index.ts";

/** One line a person can read: no control or invisible characters, no U+FFFD left over from a wrong encoding. */
export const line = z
  .string()
  .min(1)
  .max(500)
  .refine((text) => !isInvisible(text), "must hold no character that cannot be seen / 不得含有看不见的字符")
  .refine((text) => text === text.trim(), "must not begin or end with a space / 首尾不得有空格");

export const bilingual = z.strictObject({ zh: line, en: line });
export type Bilingual = z.infer<typeof bilingual>;

/** Ids of offices, posts, windows, domains, departments: they appear in URLs and tokens. */
export const id = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
export const isoDate = z.iso.date();
export const divisionCode = z.string().regex(/^\d{12}$/);
/** ID-2: papers and item codes begin with it, so a slip of the pen would stand on all of them. */
export const uscc = z
  .string()
  .regex(/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/)
  .refine((code) => parseUscc(code).ok, "its check character is another / 校验码不符");
export const listCode = z.string().regex(/^P[LSN]-\d{3}$/);

/** Something wrong in a profile or a list: where (keys and indexes) and what, in English and Chinese. */
export interface Problem {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** `offices[2].posts[0].count: …`: a problem as a person looks it up in the file. */
export function sayProblem({ path, message }: Problem): string {
  const place = path.map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`)).join("");
  return `${place.replace(/^\./, "") || "(whole file)"}: ${message}`;
}

/** A check across fields runs as soon as *its* fields are sound, even if others are not: one run tells everything. */
export function once(shape: z.core.$ZodShape) {
  const fields = z.object(shape);
  return { when: ({ value }: { value: unknown }) => fields.safeParse(value, { jitless: true }).success };
}
