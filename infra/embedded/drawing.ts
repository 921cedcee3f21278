import { Worker } from "node:worker_threads";
import * as z from "zod";
import type { DrawPaper } from "../../shared/printing/index.ts";

/** So long a thread that draws papers is kept without one, in milliseconds: it holds some 150 MB. */
const quiet = 30_000;

const answered = z.union([
  z.object({ id: z.number(), pdf: z.instanceof(Uint8Array) }),
  z.object({ id: z.number(), failed: z.string() }),
]);

interface Asked {
  readonly resolve: (pdf: Uint8Array) => void;
  readonly reject: (error: Error) => void;
}

/** A thread of its own that draws papers: started by the first paper, and ended when none has been asked for in a while. */
export class DrawingThread {
  readonly #asked = new Map<number, Asked>();
  #worker: Worker | undefined;
  #count = 0;
  #ending: NodeJS.Timeout | undefined;

  readonly draw: DrawPaper = (content, createdAt) => {
    clearTimeout(this.#ending);
    this.#worker ??= this.#start();
    const worker = this.#worker;
    const id = ++this.#count;
    return new Promise((resolve, reject) => {
      this.#asked.set(id, { resolve, reject });
      worker.postMessage({ id, content, createdAt });
    });
  };

  /** Ends the thread. What it was drawing is refused, and drawn when it is next asked for. */
  async stop(): Promise<void> {
    clearTimeout(this.#ending);
    await this.#worker?.terminate();
  }

  #start(): Worker {
    const worker = new Worker(new URL("./drawing-worker.ts", import.meta.url));
    worker.unref();
    worker.on("message", (message: unknown) => this.#answer(answered.parse(message)));
    worker.on("error", (error) => this.#fail(worker, error instanceof Error ? error : new Error("drawing failed")));
    worker.on("exit", () => this.#fail(worker, new Error("the thread that draws papers ended")));
    return worker;
  }

  #answer(answer: z.infer<typeof answered>): void {
    const asked = this.#asked.get(answer.id);
    this.#asked.delete(answer.id);
    if ("pdf" in answer) asked?.resolve(answer.pdf);
    else asked?.reject(new Error(answer.failed));
    if (this.#asked.size === 0) this.#ending = setTimeout(() => this.stop(), quiet).unref();
  }

  #fail(worker: Worker, error: Error): void {
    if (this.#worker !== worker) return;
    this.#worker = undefined;
    for (const { reject } of this.#asked.values()) reject(error);
    this.#asked.clear();
  }
}
