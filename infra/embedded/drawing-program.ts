import * as z from "zod";
import { drawHere } from "../../shared/printing/index.ts";

const asked = z.object({ id: z.number(), content: z.instanceof(Uint8Array), createdAt: z.string() });

/** Draws each paper it is asked for, one after the other, and answers its PDF. It ends when the town that asks is gone. */
process.on("message", async (message: unknown) => {
  const { id, content, createdAt } = asked.parse(message);
  try {
    process.send?.({ id, pdf: await drawHere(content, createdAt) });
  } catch (error) {
    process.send?.({ id, failed: error instanceof Error ? error.message : "drawing failed" });
  }
});
// A person who ends the town by Ctrl-C ends it by the town, so that what is being drawn is refused in words.
process.on("SIGINT", () => undefined);
