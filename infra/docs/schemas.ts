import * as z from "zod";
import type { CreateDocumentOptions } from "zod-openapi";

/** RFC 9457, with a stable code and the places of bad values. */
export const problemSchema = z
  .object({
    type: z.string().meta({ examples: ["urn:qiangzhen:problem:resource.not-found"] }),
    title: z.string(),
    status: z.int().min(400).max(599),
    detail: z.string(),
    instance: z.string().meta({ description: "The path asked for" }),
    code: z
      .string()
      .regex(/^[a-z-]+\.[a-z0-9-]+$/)
      .meta({
        description: "Stable; act on this, not on the texts. Each operation's refusals list their own",
        examples: ["resource.not-found"],
      }),
    details: z.record(z.string(), z.unknown()).optional().meta({
      description:
        "What the texts name. `filed`: where it stands in what was filed before; no field of this body is blamed",
    }),
    errors: z
      .array(
        z.object({
          pointer: z
            .string()
            .meta({ description: "JSON pointer into the body of this request, or ?name of a query parameter" }),
          code: z.string(),
          field: z.string().optional().meta({ description: "What the field is called, in the language of the answer" }),
          detail: z.string(),
        }),
      )
      .optional(),
  })
  .meta({ id: "Problem", description: "application/problem+json (RFC 9457)" });

/** What JSON Schema cannot say is left open instead of stopping the document. */
export const documentOptions: CreateDocumentOptions = {
  allowEmptySchema: {
    custom: true,
    transform: true,
    date: true,
    undefined: true,
    void: true,
    bigint: true,
    unknown: true,
  },
};
