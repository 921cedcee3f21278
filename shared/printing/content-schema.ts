import * as z from "zod";
import type { DocumentContent } from "../papers/content.ts";

const field = z.object({ label: z.string(), value: z.string(), lines: z.number().exactOptional() });
const column = z.object({ title: z.string(), parts: z.number(), centred: z.literal(true).exactOptional() });
const block = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("paragraph"), text: z.string() }),
  z.object({ kind: z.literal("heading"), text: z.string() }),
  z.object({ kind: z.literal("table"), columns: z.array(column), rows: z.array(z.array(z.string())) }),
  z.object({ kind: z.literal("form"), rows: z.array(z.array(field)) }),
]);
const documentContent: z.ZodType<DocumentContent> = z.object({
  title: z.string(),
  addressee: z.string().exactOptional(),
  blocks: z.array(block),
  seal: z.enum(["organ", "permits", "none"]),
  compact: z.literal(true).exactOptional(),
  notes: z.array(z.string()),
  kind: z.string(),
  layout: z.enum(["letter", "certificate", "record"]),
  ...{ number: z.string(), organ: z.string(), date: z.string(), id: z.string() },
  verifyAt: z.string().exactOptional(),
  specimen: z.boolean(),
});

/** The content of a document as it was kept. @throws ZodError on any other value */
export const readContent = (bytes: Uint8Array): DocumentContent =>
  documentContent.parse(JSON.parse(new TextDecoder().decode(bytes)));
