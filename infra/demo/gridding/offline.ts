import * as z from "zod";
import { gridWorker } from "../people.ts";
import { line } from "../show.ts";
import type { Week } from "../week.ts";
import { inGrid } from "./grids.ts";

const answer = z.object({ entries: z.array(z.object({ result: z.string(), event: z.string().optional() })) });
const board = z.object({ shortlist: z.array(z.unknown()), open: z.record(z.string(), z.int()) });

/** A day in the mountains: what was written without a network is sent twice, and counts once (G2). */
export async function aWorkerOffline({ town, today }: Week): Promise<void> {
  const { now } = await town.time();
  const { shortlist } = await town.get("/grid-events/boards/worker", board, gridWorker);
  const name = `mountain-${today}`;
  const entry = (id: string, sequence: number, does: string, more: object) => ({
    ...{ id: `${name}-${id}`, sequence, does, madeAt: now, ...more },
  });
  const body = { category: "litter", urgency: "ordinary", text: "路边垃圾", address: "山路〔示例〕", place: inGrid };
  const done = { outcome: "已清理", proof: { without: "没有信号" } };
  const batch = {
    ...{ schema: 1, sentAt: now },
    entries: [
      entry("report", 1, "report", { body }),
      entry("accept", 2, "accept", { basedOn: { entry: `${name}-report` } }),
      entry("handle", 3, "handle-here", { basedOn: { entry: `${name}-accept` } }),
      entry("close", 4, "close-here", { basedOn: { entry: `${name}-handle` }, body: done }),
    ],
  };
  const first = await town.post("/grid-events/offline-batches", batch, answer, gridWorker);
  const again = await town.post("/grid-events/offline-batches", batch, answer, gridWorker);
  const results = (told: z.infer<typeof answer>) => [...new Set(told.entries.map(({ result }) => result))].join("、");
  const events = new Set([...first.entries, ...again.entries].map(({ event }) => event));
  if (events.size !== 1) throw new Error("a batch sent twice made more than one matter");
  line(
    `离线随身清单 ${shortlist.length} 件；四条离线记录上传：${results(first)}；再传一次：${results(again)}，仍是一件`,
    "written offline, sent twice, one matter",
  );
}
