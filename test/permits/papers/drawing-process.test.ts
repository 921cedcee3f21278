import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { afterEach, describe, expect, test } from "vitest";
import { DrawingProcess } from "../../../infra/embedded/drawing.ts";
import { drawHere } from "../../../shared/printing/index.ts";
import { aDocument } from "./builders.ts";

const at = "2026-03-02T02:00:00.000Z";
const content = new TextEncoder().encode(JSON.stringify(aDocument("receipt")));

/** The ids of the processes that draw for this one, from Linux's /proc. */
const drawers = () =>
  readFileSync(`/proc/self/task/${process.pid}/children`, "utf8")
    .split(" ")
    .filter((pid) => pid !== "" && readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("drawing-program"))
    .map(Number);

describe("the process that draws papers", () => {
  let drawing = new DrawingProcess();
  afterEach(async () => {
    await drawing.stop();
    drawing = new DrawingProcess();
  });

  test("draws the bytes that this process would draw, for all who ask at once", async () => {
    const [here, one, other] = await Promise.all([
      drawHere(content, at),
      drawing.draw(content, at),
      drawing.draw(content, at),
    ]);
    expect(Buffer.from(one).equals(Buffer.from(here))).toBe(true);
    expect(Buffer.from(other).equals(Buffer.from(here))).toBe(true);
  });

  test("refuses what is no paper, and goes on", async () => {
    await expect(drawing.draw(new TextEncoder().encode("{}"), at)).rejects.toThrow();
    expect((await drawing.draw(content, at)).length).toBeGreaterThan(10_000);
  });

  test("refuses what it is drawing when it is stopped, and draws again when asked again", async () => {
    const asked = expect(drawing.draw(content, at)).rejects.toThrow("ended");
    await drawing.stop();
    await asked;
    expect((await drawing.draw(content, at)).length).toBeGreaterThan(10_000);
  });

  test("fails alone: what it was drawing is refused, and the next paper is drawn by another", async () => {
    await drawing.draw(content, at);
    const [first, ...others] = drawers();
    expect([first === undefined, others]).toEqual([false, []]);
    const asked = expect(drawing.draw(content, at)).rejects.toThrow("ended");
    process.kill(first ?? 0, "SIGKILL");
    await asked;
    expect((await drawing.draw(content, at)).length).toBeGreaterThan(10_000);
    expect(drawers()).not.toContain(first);
    await drawing.stop();
    expect(drawers()).toEqual([]);
  });

  test("is waited for by who stops it, also with nothing else to do", async () => {
    const program = `import { DrawingProcess } from ${JSON.stringify(import.meta.resolve("../../../infra/embedded/drawing.ts"))};
      const drawing = new DrawingProcess();
      const asked = drawing.draw(new Uint8Array(1), "${at}").catch((error) => error.message);
      await drawing.stop();
      console.log(await asked);`;
    const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", program]);
    expect(stdout).toContain("ended");
  });
});
