import { parentPort } from "node:worker_threads";
import * as z from "zod";
import { drawHere } from "../../shared/printing/index.ts";

const asked = z.object({ id: z.number(), content: z.instanceof(Uint8Array), createdAt: z.string() });

/** Draws each paper it is asked for, one after the other, and answers its PDF. */
parentPort?.on("message", async (message: unknown) => {
  const { id, content, createdAt } = asked.parse(message);
  try {
    parentPort?.postMessage({ id, pdf: await drawHere(content, createdAt) });
  } catch (error) {
    parentPort?.postMessage({ id, failed: error instanceof Error ? error.message : "drawing failed" });
  }
});
