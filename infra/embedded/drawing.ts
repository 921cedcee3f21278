import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import * as z from "zod";
import type { DrawPaper } from "../../shared/printing/index.ts";

/** So long a process that draws papers is kept without one, in milliseconds: it holds some 150 MB. */
const quiet = 30_000;
const program = fileURLToPath(new URL("./drawing-program.ts", import.meta.url));

const answered = z.union([
  z.object({ id: z.number(), pdf: z.instanceof(Uint8Array) }),
  z.object({ id: z.number(), failed: z.string() }),
]);

interface Asked {
  readonly resolve: (pdf: Uint8Array) => void;
  readonly reject: (error: Error) => void;
}

/**
 * A process of its own that draws papers: started by the first paper, and ended when none has been asked for in a while. It ends with
 * the town. A thread would do the same, but where V8 fails in a thread the whole town ends.
 */
export class DrawingProcess {
  readonly #asked = new Map<number, Asked>();
  #child: ChildProcess | undefined;
  #count = 0;
  #ending: NodeJS.Timeout | undefined;

  readonly draw: DrawPaper = (content, createdAt) => {
    clearTimeout(this.#ending);
    this.#child ??= this.#start();
    const child = this.#child;
    const id = ++this.#count;
    return new Promise((resolve, reject) => {
      this.#asked.set(id, { resolve, reject });
      child.send({ id, content, createdAt }, (error) => error !== null && this.#fail(child, error));
    });
  };

  /** Ends the process. What it was drawing is refused, and drawn when it is next asked for. */
  async stop(): Promise<void> {
    clearTimeout(this.#ending);
    const child = this.#child;
    if (child === undefined) return;
    // Who stops it waits for its end, also with nothing else to do.
    child.ref();
    const ended = once(child, "exit");
    child.kill("SIGKILL");
    await ended;
  }

  #start(): ChildProcess {
    const child = fork(program, {
      execArgv: [],
      serialization: "advanced",
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    child.unref();
    child.channel?.unref();
    child.on("message", (message: unknown) => this.#answer(answered.parse(message)));
    child.on("error", (error) => this.#fail(child, error));
    child.on("exit", () => this.#fail(child, new Error("the process that draws papers ended")));
    return child;
  }

  #answer(answer: z.infer<typeof answered>): void {
    const asked = this.#asked.get(answer.id);
    this.#asked.delete(answer.id);
    if ("pdf" in answer) asked?.resolve(answer.pdf);
    else asked?.reject(new Error(answer.failed));
    if (this.#asked.size === 0) this.#ending = setTimeout(() => this.stop(), quiet).unref();
  }

  #fail(child: ChildProcess, error: Error): void {
    if (this.#child !== child) return;
    this.#child = undefined;
    child.kill("SIGKILL");
    for (const { reject } of this.#asked.values()) reject(error);
    this.#asked.clear();
  }
}
