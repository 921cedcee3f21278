import * as z from "zod";
import type { EntryScans } from "./entry-scans.ts";

const receipt = z.object({ number: z.string().min(1).max(100), enterprise: z.string().min(1).max(100) });

/**
 * A platform behind HTTPS: `POST url` with code, inspection and instant. It answers 200 with number and enterprise, or 404 for a
 * code that it does not know. Everything else counts as down: nobody waits at the door.
 */
export const remotePlatform = (url: string, send: typeof fetch = fetch): EntryScans => ({
  async scan(asked) {
    try {
      const answer = await send(url, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(asked),
        signal: AbortSignal.timeout(5_000),
      });
      if (answer.status === 404) return "unknown";
      const read = receipt.safeParse(answer.ok ? await answer.json() : undefined);
      return read.success ? { ...read.data, at: asked.at } : "down";
    } catch {
      return "down";
    }
  },
});
