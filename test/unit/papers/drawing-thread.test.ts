import { afterEach, describe, expect, test } from "vitest";
import { DrawingThread } from "../../../infra/embedded/drawing.ts";
import { drawHere } from "../../../shared/printing/index.ts";
import { aDocument } from "../../permits/papers/builders.ts";

const at = "2026-03-02T02:00:00.000Z";
const content = new TextEncoder().encode(JSON.stringify(aDocument("receipt")));

describe("the thread that draws papers", () => {
  let thread = new DrawingThread();
  afterEach(async () => {
    await thread.stop();
    thread = new DrawingThread();
  });

  test("draws the bytes that this thread would draw, for all who ask at once", async () => {
    const [here, one, other] = await Promise.all([
      drawHere(content, at),
      thread.draw(content, at),
      thread.draw(content, at),
    ]);
    expect(Buffer.from(one).equals(Buffer.from(here))).toBe(true);
    expect(Buffer.from(other).equals(Buffer.from(here))).toBe(true);
  });

  test("refuses what is no paper, and goes on", async () => {
    await expect(thread.draw(new TextEncoder().encode("{}"), at)).rejects.toThrow();
    expect((await thread.draw(content, at)).length).toBeGreaterThan(10_000);
  });

  test("refuses what it is drawing when it is stopped, and draws again when asked again", async () => {
    const asked = expect(thread.draw(content, at)).rejects.toThrow("ended");
    await thread.stop();
    await asked;
    expect((await thread.draw(content, at)).length).toBeGreaterThan(10_000);
  });
});
